# SPDX-License-Identifier: Apache-2.0
"""Copy the owner, group, mode and extended attributes of a file.

Access control lists are extended attributes. ``shutil.copystat`` ignores what
it cannot copy. Here that is an error: otherwise a set-user-ID bit could end up
on a file of another owner.
"""

from collections.abc import Iterator
import contextlib
import errno
import os
import stat
from typing import Final

#: Not copied: the kernel computes them from the content and other attributes.
_DERIVED: Final = frozenset(('security.evm', 'security.ima'))


def copy_attributes(old: int, new: int) -> None:
    """Copy the attributes of an open file to another.

    :raises OSError: one of them cannot be copied
    """
    wanted, status = os.fstat(old), os.fstat(new)
    with _named('owner'):
        if status.st_uid != wanted.st_uid:
            os.fchown(new, wanted.st_uid, -1)
    with _named('group'):
        if status.st_gid != wanted.st_gid:
            os.fchown(new, -1, wanted.st_gid)
    _copy_extended_attributes(old, new)
    # Last, because a change of owner clears bits of the mode.
    with _named('mode'):
        mode = stat.S_IMODE(wanted.st_mode)
        if stat.S_IMODE(os.fstat(new).st_mode) != mode:
            os.fchmod(new, mode)
        if stat.S_IMODE(os.fstat(new).st_mode) != mode:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))


def _copy_extended_attributes(old: int, new: int) -> None:
    wanted, present = _extended_attributes(old), _extended_attributes(new)
    for name in wanted.keys() | present.keys():
        with _named(f'attribute {name!r}'):
            if name not in wanted:
                # Inherited from the directory.
                os.removexattr(new, name)
            elif present.get(name) != wanted[name]:
                os.setxattr(new, name, wanted[name])


def _extended_attributes(file: int) -> dict[str, bytes]:
    try:
        names = os.listxattr(file)
    except OSError as error:
        if error.errno == errno.ENOTSUP:
            return {}
        raise
    return {
        name: os.getxattr(file, name) for name in names if name not in _DERIVED
    }


@contextlib.contextmanager
def _named(attribute: str) -> Iterator[None]:
    """Say in an error which attribute it is about."""
    try:
        yield
    except OSError as error:
        raise OSError(
            error.errno, f'its {attribute} cannot be kept ({error.strerror})'
        ) from None
