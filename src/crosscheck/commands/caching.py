"""The cache of a run, as its options ask for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.commands.surroundings import cache_folder
from crosscheck.errors import CrosscheckError

if TYPE_CHECKING:
    from crosscheck.cache import FolderCache
    from crosscheck.config import Config


def open_cache(config: Config, folder: Path | None, *, off: bool) -> FolderCache | None:
    """Return what was read before with the settings of *config*, None where the cache is *off*.

    Args:
        config: what the documents are read with.
        folder: where it is kept, None for the platform's place; a run does without where that cannot be written to.
        off: whether every document is to be read anew.

    Raises:
        CrosscheckError: the folder that was asked for cannot be written to.
    """
    from crosscheck.cache import FolderCache, fingerprint_circumstances

    if off:
        return None
    try:
        return FolderCache(folder or cache_folder(), fingerprint_circumstances(config))
    except CrosscheckError:
        if folder is not None:
            raise
        return None
