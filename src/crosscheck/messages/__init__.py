"""What the program says to people, apart from the language in which it says it.

The code holds English messages with named placeholders; ``de.po`` holds the German ones, ``en.yaml`` and ``de.yaml``
how numbers, dates and units are written. A phrase is put in a language where it leaves the stage that made it.
"""

from crosscheck.messages.failures import say_failure
from crosscheck.messages.locale import Locale, load_locale, locales, root_locale
from crosscheck.messages.phrases import (
    NOTHING,
    Argument,
    Label,
    Message,
    Month,
    Number,
    Phrase,
    Quoted,
    Recurring,
    Unit,
    join,
    label,
    put,
    say,
    say_all,
    say_count,
)
from crosscheck.translations import SOURCE

__all__ = [
    "NOTHING",
    "SOURCE",
    "Argument",
    "Label",
    "Locale",
    "Message",
    "Month",
    "Number",
    "Phrase",
    "Quoted",
    "Recurring",
    "Unit",
    "join",
    "label",
    "load_locale",
    "locales",
    "put",
    "root_locale",
    "say",
    "say_all",
    "say_count",
    "say_failure",
]
