"""What was read of documents before, so that a document that has not changed is not read again.

A cache stands beside the line, never in it: the stages are the same functions with and without one, and so is what
they return. ``pipeline.py`` says what a cache must do.
"""

from crosscheck.cache.circumstances import fingerprint_circumstances
from crosscheck.cache.folder import FolderCache
from crosscheck.cache.memory import MemoryCache

__all__ = ["FolderCache", "MemoryCache", "fingerprint_circumstances"]
