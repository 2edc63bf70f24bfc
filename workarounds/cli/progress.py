# SPDX-License-Identifier: Apache-2.0
"""A progress line for a terminal."""

from collections.abc import Callable
import time
from typing import TextIO

#: Seconds before the first output.
_DELAY = 1.0
_INTERVAL = 0.1


class Progress:
    """Rewrites one line while a subcommand works for long.

    :param stream: nothing is written unless it is a terminal
    :param subcommand: shown in the line
    :param clock: returns the time in seconds
    """

    def __init__(
        self,
        stream: TextIO,
        subcommand: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stream = stream
        self._subcommand = subcommand
        self._clock = clock
        self._next = clock() + _DELAY
        self._width = 0

    def __call__(self, done: int, files: int) -> None:
        """Show how many files are done."""
        if self._clock() < self._next or not self._stream.isatty():
            return
        self._next = self._clock() + _INTERVAL
        text = f'{self._subcommand}: {done:,} of {files:,} files'
        self._stream.write(f'\r{text.ljust(self._width)}')
        self._stream.flush()
        self._width = len(text)

    def clear(self) -> None:
        """Erase the line, before other output."""
        if self._width:
            self._stream.write(f'\r{" " * self._width}\r')
            self._stream.flush()
            self._width = 0
