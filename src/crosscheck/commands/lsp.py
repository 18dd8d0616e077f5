"""``crosscheck lsp``: the language server, for editors."""

from __future__ import annotations

from importlib.util import find_spec

from crosscheck.commands.options import LanguageOption
from crosscheck.commands.surroundings import reader_language, today, user_name
from crosscheck.errors import CrosscheckError


def lsp(language: LanguageOption = None) -> None:
    """Serve an editor: findings as you type."""
    if find_spec("pygls") is None:
        from crosscheck.messages import say

        what = say("the language server needs pygls, which is not installed")
        raise CrosscheckError(what, remedy=say("run: pip install 'crosscheck-claims[lsp]'"), place="lsp")
    from crosscheck.editor import serve

    serve(today, user_name(), language, reader_language(None))
