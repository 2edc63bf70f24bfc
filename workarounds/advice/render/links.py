# SPDX-License-Identifier: Apache-2.0
"""Links of a page, which have short names instead of addresses.

What is not seen on a screen, but read aloud and printed, says where a link
leads, so that no two "source" are the same.
"""

from collections.abc import Iterator
import re

import markupsafe

from workarounds import _text

_ADDRESS = re.compile(r'https?://[^\s<>"/]+(?:/[^\s<>"]*)?')
#: The number of a bug, at the end of an address as most trackers have it.
_BUG = re.compile(r'[/=#](\d{1,12})/?$')
#: What only the address of a tracker contains.
_TRACKER = re.compile(r'bug|issue', re.IGNORECASE)
#: A longer last part of an address is cut.
_LONGEST = 40
_BUG_LINK = markupsafe.Markup(
    '<a href="{}">bug {}<span class="place"> {}</span></a>'
)
_SOURCE_LINK = markupsafe.Markup(
    '<a href="{}">source<span class="aloud"> for {}</span>'
    '<span class="place"> {}</span></a>'
)
_OTHER_LINK = markupsafe.Markup('<a href="{}">{}</a>')


def linked(text: str, about: str) -> markupsafe.Markup:
    """Make links of the http(s) addresses in a text, and of nothing else.

    The filter of Jinja2 takes ``example.com`` and ``a@example.com`` for
    addresses too.

    :param about: what the text is about
    """
    return markupsafe.Markup().join(_parts(text, about))


def to_bug(address: str) -> markupsafe.Markup:
    """Return a link to a bug: by its number, or by where it is."""
    number = _BUG.search(address)
    if number:
        return _format(_BUG_LINK, address, number[1], _host(address))
    return _format(_OTHER_LINK, address, place(address))


def to_source(address: str, about: str) -> markupsafe.Markup:
    """Return a link to where something is stated.

    :param about: what it is about
    """
    return _format(_SOURCE_LINK, address, about, place(address))


def place(address: str) -> str:
    """Return where an address leads, such as ``a.example/…/file.py``."""
    path = address.partition('://')[2].strip('/').partition('/')[2]
    last = path.rpartition('/')[2]
    between = '/…/' if '/' in path else '/'
    if len(last) > _LONGEST:
        last = f'{last[:_LONGEST]}…'
    return f'{_host(address)}{between}{last}' if last else _host(address)


def _host(address: str) -> str:
    return address.partition('://')[2].partition('/')[0]


def _format(link: markupsafe.Markup, *texts: str) -> markupsafe.Markup:
    return link.format(*map(_text.printable, texts))


def _parts(text: str, about: str) -> Iterator[str]:
    end = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?'")
        if '(' not in address:
            address = address.partition(')')[0]
        yield text[end : found.start()]
        if _is_bug(address):
            yield to_bug(address)
        else:
            yield to_source(address, about)
        end = found.start() + len(address)
    yield text[end:]


def _is_bug(address: str) -> bool:
    return bool(_TRACKER.search(address) and _BUG.search(address))
