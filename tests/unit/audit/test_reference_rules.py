# SPDX-License-Identifier: Apache-2.0
"""Texts that speak of workarounds which are gone, or should be."""

import datetime

import pytest

from tests.unit.audit import found
from workarounds.audit.subjects import Subject
from workarounds.source.references import Kind

KINDS: tuple[Kind, ...] = ('comment', 'mention')
CODES = {'comment': 'WA214', 'mention': 'WA215'}


@pytest.mark.parametrize('kind', KINDS)
@pytest.mark.parametrize('name', [found.NAME, found.OPTION])
@pytest.mark.parametrize(
    ('subject', 'cure'),
    [
        (
            found.subject(expires='33.0.0'),
            'change it when you remove the workaround',
        ),
        (
            found.subject(expires=datetime.date(2026, 1, 1)),
            'change it when you remove the workaround',
        ),
        (
            found.removed(),
            'delete or change it',
        ),
    ],
)
def test_what_is_to_be_cleaned_up_is_a_note(
    kind: Kind, name: str, subject: Subject, cure: str
) -> None:
    [finding] = found.find([subject], [found.trace(kind, name)])
    assert (finding.code, finding.severity) == (CODES[kind], 'note')
    assert (finding.cure, finding.subject) == (cure, found.NAME)


@pytest.mark.parametrize('kind', KINDS)
def test_the_living_may_be_spoken_of(kind: Kind) -> None:
    subject = found.subject(expires='35.0.0')
    for version in ('34.0.0', None):
        assert (
            found.find([subject], [found.trace(kind)], version=version) == []
        )


@pytest.mark.parametrize('kind', KINDS)
def test_nobody_knows_of_what_other_texts_speak(kind: Kind) -> None:
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
