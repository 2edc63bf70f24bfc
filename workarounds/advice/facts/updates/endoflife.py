# SPDX-License-Identifier: Apache-2.0
"""Releases of distributions, from the API of endoflife.date.

Version 1, ``/products/{product}``:
https://github.com/endoflife-date/endoflife.date/blob/a70eca337600e7d721dc48112c271f98661d208b/api_v1/openapi.yml
"""

from collections.abc import Iterable
import datetime
from http import client
import json
from typing import Any
from urllib import error as urllib_error
from urllib import parse
from urllib import request

from workarounds import _text
from workarounds import exceptions
from workarounds.advice.facts import hosts
from workarounds.advice.facts.updates.releases import Release

#: The products there, by distribution. A later product replaces an earlier
#: one: CentOS Stream has the ID of CentOS Linux.
_PRODUCTS = {
    'almalinux': ('almalinux',),
    'centos': ('centos', 'centos-stream'),
    'debian': ('debian',),
    'fedora': ('fedora',),
    'ol': ('oracle-linux',),
    'opensuse-leap': ('opensuse',),
    'rhel': ('rhel',),
    'rocky': ('rocky-linux',),
    'sles': ('sles',),
    'ubuntu': ('ubuntu',),
}
#: Seconds.
_TIMEOUT = 20
#: In bytes; that of Ubuntu has 20 thousand.
_LARGEST = 4 * 1024 * 1024


def fetch_releases(
    address: str, distributions: Iterable[str], today: datetime.date
) -> list[Release]:
    """Fetch the releases of distributions; unknown ones have none.

    :param address: of its API, such as ``https://endoflife.date/api/v1``
    :raises workarounds.exceptions.DataFileError: one cannot be fetched, or is
        not as the API describes
    """
    parts = parse.urlsplit(address)
    if parts.scheme not in ('http', 'https') or not parts.hostname:
        raise exceptions.UnreadableDataFileError(
            f'{_text.printable(address)}: is not an address; give one such '
            f'as https://endoflife.date/api/v1'
        )
    if '@' in parts.netloc:
        raise exceptions.UnreadableDataFileError(
            f'the address of {parts.hostname} has a user name, which would '
            f'be written to the file; leave it out'
        )
    found = {
        release.id: release
        for distribution in distributions
        for product in _PRODUCTS.get(distribution, ())
        for release in _fetch(
            distribution, f'{address.rstrip("/")}/products/{product}', today
        )
    }
    return list(found.values())


def _fetch(
    distribution: str, address: str, today: datetime.date
) -> list[Release]:
    try:
        # S310: the scheme is checked, and redirections have only the web's.
        with request.urlopen(address, timeout=_TIMEOUT) as answer:  # noqa: S310
            content = answer.read(_LARGEST + 1)
    except urllib_error.HTTPError as error:
        # The error is also the response, with an open connection.
        with error:
            raise _problem(address, f'answers {error.code}') from None
    except (OSError, ValueError, client.HTTPException) as error:
        raise _problem(address, f'cannot be fetched: {error}') from None
    try:
        return _releases(distribution, address, json.loads(content), today)
    except (ValueError, LookupError, TypeError, RecursionError):
        raise _problem(
            address,
            'is not what version 1 of the API of endoflife.date answers',
        ) from None


def _problem(address: str, fact: str) -> exceptions.DataFileError:
    return exceptions.UnreadableDataFileError(
        _text.printable(f'{address}: {fact}; check the address')
    )


def _releases(
    distribution: str, address: str, content: Any, today: datetime.date
) -> list[Release]:
    product = content['result']
    if not product['releases']:
        raise ValueError
    return [
        Release(
            id=name,
            title=_text.printable(f'{product["label"]} {release["name"]}'),
            source=address,
            as_of=today,
            released=_date(release['releaseDate']),
            end_of_life=_date(release['eolFrom']),
            # Other distributions sell their long-term support.
            long_term=_date(release.get('eoesFrom'))
            if distribution == 'debian'
            else None,
        )
        for release in product['releases']
        if hosts.is_platform(name := f'{distribution}:{release["name"]}')
    ]


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
