# SPDX-License-Identifier: Apache-2.0
"""Atomic writing of files."""

import os
import stat

from workarounds import _drafts
from workarounds import _text
from workarounds.cli import command


def write(path: str, text: str) -> None:
    """Write a file atomically: readers see the old or the new content.

    The file keeps its owner, group, mode and extended attributes. A symbolic
    link stays, and its target is replaced. Other hard links keep the old
    content. A device or a pipe, such as ``/dev/stdout``, is appended to.

    :raises workarounds.cli.command.UsageError: the file cannot be written
    """
    try:
        if _is_stream(path):
            with open(path, 'a', encoding='utf-8') as stream:
                stream.write(text)
        else:
            _drafts.replace_file(os.path.realpath(path), text.encode())
    except OSError as error:
        state = 'is unchanged' if os.path.lexists(path) else 'is not created'
        raise command.UsageError(
            f'{_text.printable(path)} cannot be written and {state}: '
            f'{error.strerror}'
        ) from None


def _is_stream(path: str) -> bool:
    """Return whether a path is standard output, a device or a pipe."""
    absolute = os.path.abspath(path)
    if absolute in ('/dev/stdout', '/dev/stderr') or absolute.startswith(
        ('/dev/fd/', '/proc/')
    ):
        return True
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except FileNotFoundError:
        return False
