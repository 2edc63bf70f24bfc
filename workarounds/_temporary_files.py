# SPDX-License-Identifier: Apache-2.0
"""New versions of files, which a rename then puts in place."""

import os
import re
import stat
import tempfile
from typing import Final

_PREFIX: Final = '.workarounds.'
#: The names that tempfile makes.
_NAME: Final = re.compile(re.escape(_PREFIX) + '[a-z0-9_]{8}')


def write_temporary_file(path: str, data: bytes) -> str:
    """Write the new content of a file to disk, in a file beside it.

    :param path: the file, which need not exist; the temporary file has its
        mode
    :returns: the path of the temporary file
    :raises OSError: it cannot be written; no temporary file is left
    """
    # Not derived from the file's name, which may have the maximum length.
    descriptor, temporary = tempfile.mkstemp(
        dir=os.path.dirname(path), prefix=_PREFIX
    )
    try:
        with open(descriptor, 'wb') as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            os.fchmod(descriptor, _mode(path))
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def is_temporary_name(name: str) -> bool:
    """Return whether a temporary file may have that name."""
    return _NAME.fullmatch(name) is not None


def _mode(path: str) -> int:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
