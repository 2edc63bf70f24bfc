# SPDX-License-Identifier: Apache-2.0
"""A retirement while it is being worked out."""

import pytest

from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.retire.name_uses import Project
from workarounds.retire.session import Request
from workarounds.retire.session import Session
from workarounds.retire.transform.edits import Edits

FSYNC = DeclarationInfo('fsync', 'disable_fsync', 'disabled_by')


def run_of(reason: str = '', *, is_on: bool = False, **texts: str) -> Session:
    """Begin a retirement with some files, which are not on the disk."""
    files = {f'{name}.py': text.encode() for name, text in texts.items()}
    return Session(
        Request(FSYNC, is_on=is_on, reason=reason),
        scanner.scan_text('none.py', b'', DeclarationIndex([FSYNC])),
        Project([*files], [], files),
    )


def test_a_change_is_kept_with_what_was_before() -> None:
    run = run_of(a='x\ny\nz\n')
    assert run.apply('a.py', Edits(removed_statements={(2, 0)}))
    assert run.apply('a.py', Edits(removed_statements={(1, 0)}))
    assert run.texts_before_and_after('a.py') == ('x\ny\nz\n', 'z\n')
    assert run.source('a.py').text == 'z\n'
    assert run.reports == []


def test_what_changes_nothing_is_no_change() -> None:
    run = run_of(a='x = 1\n')
    assert not run.apply('a.py', Edits(removed_as_names={(1, 0)}))
    assert run.originals == {}


@pytest.mark.parametrize(
    ('text', 'edits', 'line', 'reason', 'is_read'),
    [
        (
            'a\nprint b\n',
            Edits(constants={(1, 0, 1, 1): True}),
            1,
            'left as it is: line 2: ',
            True,
        ),
        (
            'import a\nx = a\n',
            Edits(removed_imports={(1, 'a')}),
            1,
            "left as it is: 'a' would be undefined",
            False,
        ),
        (
            'def f():\n    if a:\n        yield 1\n',
            Edits(constants={(2, 7, 2, 8): False}),
            2,
            'left as it is: f would no longer be a generator',
            True,
        ),
        (
            'x = y[a\n]\n',
            Edits(constants={(1, 0, 1, 9): False}),
            1,
            'left as it is: it was not found in the file',
            True,
        ),
    ],
)
def test_what_cannot_be_changed_is_left_and_told(
    text: str, edits: Edits, line: int, reason: str, is_read: bool
) -> None:
    run = run_of(a=text)
    assert not run.apply('a.py', edits)
    assert run.project.text('a.py') == text.encode()
    [report] = run.reports
    assert (report.path, report.line, report.is_remaining_read) == (
        'a.py',
        line,
        is_read,
    )
    assert report.message.startswith(reason)
    assert report.basis == text.encode()


def test_a_file_is_looked_at_again_when_any_file_has_changed() -> None:
    run = run_of(a='x\ny\n', b='x\n')
    run.mark_exhausted('b.py', 'unused')
    assert run.is_exhausted('b.py', 'unused')
    assert not run.is_exhausted('b.py', 'constants')
    assert not run.is_exhausted('a.py', 'unused')
    run.apply('a.py', Edits(removed_statements={(1, 0)}))
    assert not run.is_exhausted('b.py', 'unused')


@pytest.mark.parametrize(
    ('other', 'left'), [('x = 1\n', ''), ('import a\na.X\n', 'X = True\n')]
)
def test_a_name_that_another_file_uses_stays(other: str, left: str) -> None:
    run = run_of(a='X = on()\n', b=other)
    assert run.apply('a.py', Edits(constants={(1, 4, 1, 8): True}))
    assert run.source('a.py').text.lstrip('\n') == left


def test_the_reason_given_comes_before_the_one_known() -> None:
    assert (
        run_of(reason='Linux 6.1 has it').removal_reason == 'Linux 6.1 has it'
    )
    assert run_of().removal_reason == 'it is no longer needed'
    assert (
        run_of(is_on=True).removal_reason == 'what it did is now always done'
    )
