# SPDX-License-Identifier: Apache-2.0
"""The text of a configuration file, or an error with a hint."""

import os
import stat

from workarounds import _text
from workarounds import exceptions


def read(path: str) -> str:
    """Return the text of a file.

    :raises workarounds.exceptions.ConfigFileError: the file cannot be opened
        or decoded
    """
    return _decode(path, _read_bytes(path))


def _read_bytes(path: str) -> bytes:
    expanded = os.path.expanduser(path)
    try:
        mode = os.stat(expanded).st_mode
        if stat.S_ISCHR(mode) and expanded != os.devnull:
            # Some never end.
            raise exceptions.ConfigFileError(
                f'{_text.printable(path)}: is a device; give a file'
            )
        if stat.S_ISFIFO(mode):
            raise exceptions.ConfigFileError(
                f'{path}: is a pipe, which can be read only once; save its '
                f'content to a file'
            )
        with open(expanded, 'rb') as file:
            return file.read()
    except OSError as error:
        raise make_error(path, error) from None


def make_error(path: str, error: OSError) -> exceptions.ConfigFileError:
    """Return the error for a file or directory that cannot be read."""
    hint = 'check the path'
    if isinstance(error, PermissionError):
        hint = 'run as root or as the user of the service'
    elif isinstance(error, IsADirectoryError):
        hint = 'give a file'
    return exceptions.ConfigFileError(
        f'{_text.printable(path)}: {error.strerror}; {hint}'
    )


def _decode(path: str, data: bytes) -> str:
    if data.startswith(b'\xef\xbb\xbf'):
        raise exceptions.ConfigFileError(
            f'{path}:1: the file begins with a byte order mark, which '
            f'oslo.config reads as text; save it as UTF-8 without one'
        )
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError as error:
        start = error.start
    # As above: the error contains the whole file.
    line = data.count(b'\n', 0, start) + 1
    raise exceptions.ConfigFileError(
        f'{path}:{line}: byte 0x{data[start]:02x} is not UTF-8; save the file '
        f'as UTF-8'
    )
