# SPDX-License-Identifier: Apache-2.0
"""Links of a page, which have short names instead of addresses.

Screen readers and print also get the target of a link, which a screen does not
show, so that links named "source" can be told apart.
"""

from collections.abc import Iterator
import re

import markupsafe

from workarounds import _text
from workarounds.advice.render import addresses

_ADDRESS = re.compile(r'https?://[^\s<>"/]+(?:/[^\s<>"]*)?')
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
    number = addresses.number_of_bug(address)
    if number:
        return _format(_BUG_LINK, address, number, addresses.host(address))
    return _format(_OTHER_LINK, address, addresses.place(address))


def to_source(address: str, about: str) -> markupsafe.Markup:
    """Return a link to where something is stated.

    :param about: what it is about
    """
    return _format(_SOURCE_LINK, address, about, addresses.place(address))


def _format(link: markupsafe.Markup, *texts: str) -> markupsafe.Markup:
    return link.format(*map(_text.printable, texts))


def _parts(text: str, about: str) -> Iterator[str]:
    end = 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(".,;:!?'")
        if '(' not in address:
            address = address.partition(')')[0]
        yield text[end : found.start()]
        if addresses.is_bug(address):
            yield to_bug(address)
        else:
            yield to_source(address, about)
        end = found.start() + len(address)
    yield text[end:]
