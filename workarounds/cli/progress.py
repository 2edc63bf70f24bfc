# SPDX-License-Identifier: Apache-2.0
"""How far the work has got, for somebody who waits at a terminal."""

from collections.abc import Callable
import time
from typing import TextIO

#: Seconds that nobody minds to wait.
_DELAY = 1.0
_INTERVAL = 0.1


class Progress:
    """Writes one line, over and over, once the work takes longer.

    :param stream: the terminal; nothing is written to what is none
    :param verb: what is at work
    :param clock: tells the time in seconds
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
        """Tell how many files are done."""
        if self._clock() < self._next or not self._stream.isatty():
            return
        self._next = self._clock() + _INTERVAL
        text = f'{self._subcommand}: {done:,} of {files:,} files'
        self._stream.write(f'\r{text.ljust(self._width)}')
        self._stream.flush()
        self._width = len(text)

    def clear(self) -> None:
        """Take the line away before anything else is written."""
        if self._width:
            self._stream.write(f'\r{" " * self._width}\r')
            self._stream.flush()
            self._width = 0
