# SPDX-License-Identifier: Apache-2.0
"""Texts that speak of workarounds which are gone, or should be."""

import datetime

import pytest

from tests.unit.audit import found
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.source.references import ReferenceKind

KINDS: tuple[ReferenceKind, ...] = ('comment', 'mention')
CODES = {'comment': 'WA214', 'mention': 'WA215'}
TEXTS = {'comment': 'comment speaks of', 'mention': 'text names'}


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('name', [found.NAME, found.OPTION])
@pytest.mark.parametrize(
    ('subject', 'what'),
    [
        (
            found.subject(expires='33.0.0'),
            'which expired in release 33.0.0; clean it up when you remove '
            'the workaround',
        ),
        (
            found.subject(expires=datetime.date(2026, 1, 1)),
            'which expired on 2026-01-01; clean it up when you remove the '
            'workaround',
        ),
        (
            found.removed(),
            'which was removed in 36.0.0; it is a leftover, so clean it up',
        ),
    ],
)
def test_what_is_to_be_cleaned_up_is_a_note(
    kind: ReferenceKind, name: str, subject: DeclarationInfo, what: str
) -> None:
    [finding] = found.find([subject], [found.trace(kind, name)])
    assert (finding.code, finding.severity) == (CODES[kind], 'note')
    assert finding.message == f'this {TEXTS[kind]} flush_images, {what}'


@pytest.mark.parametrize('kind', KINDS)
def test_the_living_may_be_spoken_of(kind: ReferenceKind) -> None:
    subject = found.subject(expires='35.0.0')
    for version in ('34.0.0', None):
        assert (
            found.find([subject], [found.trace(kind)], version=version) == []
        )


@pytest.mark.parametrize('kind', KINDS)
def test_nobody_knows_of_what_other_texts_speak(kind: ReferenceKind) -> None:
    subject = found.subject(expires='33.0.0')
    for name in ('', 'other'):
        assert found.find([subject], [found.trace(kind, name)]) == []


@pytest.mark.parametrize(
    ('path', 'is_told'),
    [
        ('releasenotes/notes/flush-1234.yaml', False),
        ('/a/project/releasenotes/notes/flush-1234.yaml', False),
        ('doc/releasenotes.rst', True),
        ('etc/disk.conf.sample', True),
    ],
)
def test_release_notes_are_history(path: str, is_told: bool) -> None:
    trace = found.trace('mention', place=found.place(path=path))
    assert bool(found.find([found.removed()], [trace])) is is_told
    # The workaround is still there, and has a note to come.
    assert found.find([found.subject(expires='33.0.0')], [trace])
