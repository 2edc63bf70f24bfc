# SPDX-License-Identifier: Apache-2.0
"""Short names of addresses, for links that people read."""

import re

#: The number of a bug, at the end of an address as most trackers have it.
_NUMBER = re.compile(r'[/=#](\d{1,12})/?$')
#: What only the address of a tracker contains.
_TRACKER = re.compile(r'bug|issue', re.IGNORECASE)
#: A longer last part of an address is cut.
_LONGEST = 40


def number_of_bug(address: str) -> str:
    """Return the number at the end of a bug's address, or nothing."""
    found = _NUMBER.search(address)
    return found[1] if found else ''


def is_bug(address: str) -> bool:
    """Return whether an address looks like that of a bug with a number."""
    return bool(_TRACKER.search(address) and number_of_bug(address))


def host(address: str) -> str:
    """Return the host of an address."""
    return address.partition('://')[2].partition('/')[0]


def place(address: str) -> str:
    """Return where an address leads, such as ``a.example/…/file.py``."""
    path = address.partition('://')[2].strip('/').partition('/')[2]
    last = path.rpartition('/')[2]
    between = '/…/' if '/' in path else '/'
    if len(last) > _LONGEST:
        last = f'{last[:_LONGEST]}…'
    return f'{host(address)}{between}{last}' if last else host(address)
