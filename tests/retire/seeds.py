# SPDX-License-Identifier: Apache-2.0
"""What is tried for each change, others each day: seeds, and parts of a list.

A fixed choice would find each fault once. The day is printed and can be given.
"""

from collections.abc import Sequence
import datetime
import os
from typing import TypeVar

_T = TypeVar('_T')

#: A day as YYYY-MM-DD, to try what is chosen on another one than today.
VARIABLE = 'WORKAROUNDS_TEST_DAY'
#: Set by ``tox -e nightly``, which tries all of a list.
ALL = 'WORKAROUNDS_TEST_ALL'
#: How many ``tox -e nightly`` tries.
PER_DAY = 10_000
#: How many are tried for each change: the first ones of the day.
PER_CHANGE = 60


def day() -> datetime.date:
    """Return the day whose programs are tried.

    :raises ValueError: the variable holds no day
    """
    # The workers of pytest inherit it, also around midnight.
    today = datetime.date.today().isoformat()
    return datetime.date.fromisoformat(os.environ.setdefault(VARIABLE, today))


def first() -> int:
    """Return the seed of the day's first program."""
    return day().toordinal() * PER_DAY


def third(every: Sequence[_T]) -> Sequence[_T]:
    """Return every third one, so that three days in a row choose all."""
    if ALL in os.environ:
        return every
    return every[day().toordinal() % 3 :: 3]


def one(every: Sequence[_T]) -> Sequence[_T]:
    """Return the one of the day."""
    if ALL in os.environ:
        return every
    return [every[day().toordinal() % len(every)]]


def command(seed: int) -> str:
    """Return what tries one program again, and makes it shorter."""
    return f'python -m tests.retire.nightly 1 {seed}'
