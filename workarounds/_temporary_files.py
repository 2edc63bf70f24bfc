# SPDX-License-Identifier: Apache-2.0
"""New versions of files, to be put in their place by a rename."""

import os
import re
import stat
import tempfile
from typing import Final

_PREFIX: Final = '.workarounds.'
#: As tempfile makes them.
_NAME: Final = re.compile(re.escape(_PREFIX) + '[a-z0-9_]{8}')


def make(path: str, data: bytes) -> str:
    """Write what a file is to be, on disk, beside it.

    :param path: the file, whose mode the draft gets; it need not exist
    :returns: the draft's path
    :raises OSError: it cannot be written; then there is no draft
    """
    # A name of its own: that of the file may be as long as names can be.
    descriptor, draft = tempfile.mkstemp(
        dir=os.path.dirname(path), prefix=_PREFIX
    )
    try:
        with open(descriptor, 'wb') as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            os.fchmod(descriptor, _mode(path))
    except BaseException:
        os.unlink(draft)
        raise
    return draft


def is_name(name: str) -> bool:
    """Return whether a draft may have that name."""
    return _NAME.fullmatch(name) is not None


def _mode(path: str) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
