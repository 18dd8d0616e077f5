"""Why the system refuses a file, in the words of the program."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from crosscheck.errors import Sayable, Verbatim
from crosscheck.messages.phrases import Phrase, say

_REASONS: Mapping[int, Phrase] = MappingProxyType(
    {
        errno.ENOENT: say("No such file or directory"),
        errno.EACCES: say("Permission denied"),
        errno.EPERM: say("Operation not permitted"),
        errno.EISDIR: say("Is a directory"),
        errno.ENOTDIR: say("Not a directory"),
        errno.EEXIST: say("File exists"),
        errno.EROFS: say("Read-only file system"),
        errno.ENOSPC: say("No space left on device"),
        errno.ENAMETOOLONG: say("File name too long"),
        errno.ELOOP: say("Too many levels of symbolic links"),
    }
)


def say_failure(error: OSError) -> Sayable:
    """Return the reason of *error*; as the system words it where that is a rare one."""
    return _REASONS.get(error.errno or 0) or Verbatim(error.strerror or str(error))
