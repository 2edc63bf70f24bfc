# SPDX-License-Identifier: Apache-2.0
"""The seeds of random programs, others each day.

A fixed set would find each fault once. The day is printed, and can be given.
"""

import datetime
import os

#: A day as YYYY-MM-DD, to try the programs of another one than today.
VARIABLE = 'WORKAROUNDS_TEST_DAY'
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


def command(seed: int) -> str:
    """Return what tries one program again, and makes it shorter."""
    return f'python -m tests.retire.nightly 1 {seed}'
