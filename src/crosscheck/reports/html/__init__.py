"""The report as one HTML page for a browser: opens from a file, needs no network, reads without scripts."""

from crosscheck.reports.html.page import write
from crosscheck.reports.words import languages

__all__ = ["languages", "write"]
