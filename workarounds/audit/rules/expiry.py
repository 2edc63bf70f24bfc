# SPDX-License-Identifier: Apache-2.0
"""What is wrong with declarations: above all, that they have expired."""

from collections.abc import Iterator
import datetime

from workarounds.audit import codes
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.finding import Finding
from workarounds.audit.scanner import ScanResult
from workarounds.declarations import expiry
from workarounds.declarations.expiry import Expiry
from workarounds.source import references
from workarounds.source.references import Place

#: Where the code of a workaround is, the best place to speak of it first.
_CODE = ('declaration', 'option', *references.READS, 'setting')


def find(
    subject: DeclarationInfo,
    reading: ScanResult,
    *,
    today: datetime.date,
    service_version: str | None,
) -> Iterator[Finding]:
    """Find what is wrong with one declaration.

    One of a catalogue is judged where the source that was read has code of
    it; what else the catalogue has is nobody's business there.

    :param service_version: if it is ``None``, no version is reached, and none
        is too far ahead
    """
    place = _place(subject, reading)
    if subject.removed_in is not None or place is None:
        return
    if subject.expires is not None:
        yield from _expiry_findings(
            subject, subject.expires, place, today, service_version
        )
    if subject.renewed_from:
        yield _renewed(subject, place)
    if subject.place is None:
        return
    if subject.unstated:
        yield Finding(
            codes.UNSTATED,
            place,
            f'{subject.name}: {" and ".join(subject.unstated)} Unstated, '
            f'which is for catalogues of other projects; state what this one '
            f'knows',
            subject.name,
        )
    yield from _never_read(subject, place, reading)


def is_over(
    subject: DeclarationInfo,
    *,
    today: datetime.date,
    service_version: str | None,
) -> bool:
    """Tell whether it is time to look again."""
    return subject.expires is not None and expiry.is_over(
        subject.expires, today=today, service_version=service_version
    )


def unjudged(reading: ScanResult) -> list[str]:
    """Name those whose expiry cannot be judged without a version."""
    return [
        subject.name
        for subject in reading.declarations
        if subject.removed_in is None
        and isinstance(subject.expires, str)
        and _place(subject, reading) is not None
    ]


def _place(subject: DeclarationInfo, reading: ScanResult) -> Place | None:
    if subject.place is not None:
        return subject.place
    places = {
        trace.kind: trace.place
        for trace in reversed(reading.references_to(subject))
    }
    return next((places[kind] for kind in _CODE if kind in places), None)


def _expiry_findings(
    subject: DeclarationInfo,
    expires: Expiry,
    place: Place,
    today: datetime.date,
    service_version: str | None,
) -> Iterator[Finding]:
    when = expiry.text(expires)
    if is_over(subject, today=today, service_version=service_version):
        is_date = isinstance(expires, datetime.date)
        reached = '' if is_date else f', which {service_version} has reached'
        fix = f'; its fix: {subject.fixed_by}' if subject.fixed_by else ''
        yield Finding(
            codes.DATE_PASSED if is_date else codes.EXPIRED,
            place,
            f'{subject.name} expired {when}{reached}{fix}; remove it '
            f'(workarounds retire {subject.name}), or give a later expires '
            f'and add this one to renewed_from',
            subject.name,
        )
    elif expiry.is_too_far(
        expires, today=today, service_version=service_version
    ):
        yield Finding(
            codes.TOO_FAR,
            place,
            f'{subject.name} expires {when}, more than {expiry.FARTHEST} '
            f'releases or {expiry.FARTHEST_YEARS} years ahead; choose an '
            f'earlier expiry, which can be renewed',
            subject.name,
        )


def _renewed(subject: DeclarationInfo, place: Place) -> Finding:
    earlier = [expiry.summary(one) for one in subject.renewed_from]
    times = 'once' if len(earlier) == 1 else f'{len(earlier)} times'
    return Finding(
        codes.RENEWED,
        place,
        f'{subject.name} was renewed {times}; it was to expire at '
        f'{", ".join(earlier)} before; ask whether it is temporary at all',
        subject.name,
    )


def _never_read(
    subject: DeclarationInfo, place: Place, reading: ScanResult
) -> Iterator[Finding]:
    if any(
        trace.kind in references.READS
        for trace in reading.references_to(subject)
    ):
        return
    text = f'{subject.name} is declared and never read'
    unknown = [
        trace.place
        for trace in reading.references
        if trace.kind == 'computed' and not trace.name
    ]
    if subject.option is None:
        doubt = 'its option is not declared as a literal; write it as one'
    elif unknown:
        doubt = f'{unknown[0]} may read it; write the name there'
    else:
        yield Finding(
            codes.NEVER_READ,
            place,
            f'{text}; delete the declaration, or audit the code that reads '
            f'it as well',
            subject.name,
        )
        return
    yield Finding(
        codes.NEVER_READ,
        place,
        f'{text} by its name, but {doubt}, or delete the declaration',
        subject.name,
        lowered_to='warning',
    )
