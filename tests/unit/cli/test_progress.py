# SPDX-License-Identifier: Apache-2.0
"""Progress of long work, shown on a terminal."""

import io

import pytest

from workarounds.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_wait_of_a_second_is_reported(clock: Clock) -> None:
    terminal = Terminal()
    shown = progress.Progress(terminal, 'audit', clock)
    clock.now += 0.99
    shown(400, 1508)
    assert terminal.getvalue() == ''
    clock.now += 0.01
    shown(812, 1508)
    assert terminal.getvalue() == '\raudit: 812 of 1,508 files'


def test_the_line_is_written_over_now_and_then(clock: Clock) -> None:
    terminal = Terminal()
    shown = progress.Progress(terminal, 'audit', clock)
    clock.now += 1
    for number in range(998, 1001):
        shown(number, 9)
        clock.now += 0.06
    assert terminal.getvalue() == (
        '\raudit: 998 of 9 files\raudit: 1,000 of 9 files'
    )


def test_a_shorter_line_covers_a_longer_one(clock: Clock) -> None:
    terminal = Terminal()
    shown = progress.Progress(terminal, 'audit', clock)
    for number in (1000, 1):
        clock.now += 1
        shown(number, 9)
    assert terminal.getvalue().endswith('\raudit: 1 of 9 files    ')


def test_nothing_is_left_of_it(clock: Clock) -> None:
    terminal = Terminal()
    shown = progress.Progress(terminal, 'audit', clock)
    shown.clear()
    assert terminal.getvalue() == ''
    clock.now += 1
    shown(1, 9)
    shown.clear()
    shown.clear()
    line = 'audit: 1 of 9 files'
    assert terminal.getvalue() == f'\r{line}\r{" " * len(line)}\r'


def test_nothing_is_written_into_a_file(clock: Clock) -> None:
    file = io.StringIO()
    shown = progress.Progress(file, 'audit', clock)
    clock.now += 1000
    shown(1, 9)
    shown.clear()
    assert file.getvalue() == ''
