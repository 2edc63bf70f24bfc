# SPDX-License-Identifier: Apache-2.0
"""Tests that set the toggle of a workaround that goes."""

import textwrap

import pytest

from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.retire.passes import settings_in_tests
from workarounds.retire.transform import rewriter
from workarounds.retire.transform.edits import Edits
from workarounds.source import references
from workarounds.source import text as source_text

FSYNC = DeclarationInfo(
    'fsync', 'disable_fsync', 'disabled_by', options=('disable_fsync',)
)
ANNOUNCE = DeclarationInfo(
    'announce',
    'announce',
    'enabled_by',
    params=(
        Param('count', 'announce_count', 3),
        Param('interval', 'announce_interval', 1),
        Param('kind', 'announce_kind', references.UNKNOWN),
    ),
    options=(
        'announce',
        'announce_count',
        'announce_interval',
        'announce_kind',
    ),
)
KINDS = DeclarationInfo(
    'kinds', 'kinds', 'enabled_by', is_list=True, options=('kinds',)
)
GONE = DeclarationInfo('gone', 'gone', options=('gone',), removed_in='3.0.0')

KEPT, TEST_GOES, SETTING_GOES = 'kept', 'the test goes', 'the setting goes'


def take_away(
    text: str,
    subject: DeclarationInfo = FSYNC,
    *,
    is_on: bool = False,
    path: str = 'tests/test_disk.py',
) -> tuple[str, list[tuple[int, str, bool]]]:
    """Take away what a file sets.

    :returns: the new text, and the reports
    """
    data = textwrap.dedent(text).encode()
    reading = scanner.scan_text(path, data, DeclarationIndex([subject]))
    settings = [
        trace
        for trace in reading.references_to(subject)
        if trace.kind == 'setting'
    ]
    edits = Edits()
    source = source_text.decode(path, data, is_python=True)
    reports = list(
        settings_in_tests.remove_settings(
            source, settings, subject, is_on, edits
        )
    )
    return rewriter.rewrite(data, edits).source.decode(), [
        (report.place.line, report.message, report.is_informational)
        for report in reports
    ]


def outcome(
    line: str, subject: DeclarationInfo = FSYNC, *, is_on: bool = False
) -> str:
    """Tell what becomes of a line in a test."""
    text = f'def test_one(self, workaround):\n    {line}\n    run()\n'
    after, reports = take_away(text, subject, is_on=is_on)
    if after == text:
        return KEPT
    if 'test_one' in after:
        assert reports == []
        return SETTING_GOES
    [(number, said, is_done)] = reports
    assert number == 1
    assert is_done
    how = 'off' if is_on else 'on'
    assert said == f'test_one is removed, because it turns it {how}'
    return TEST_GOES


@pytest.mark.parametrize(
    'line',
    [
        "self.flags(disable_fsync={}, group='workarounds')",
        "CONF.set_override('disable_fsync', {}, 'workarounds')",
        "CONF.set_override('disable_fsync', {}, group='workarounds')",
        "CONF.set_default('disable_fsync', {}, 'workarounds')",
        "monkeypatch.setattr(CONF.workarounds, 'disable_fsync', {})",
    ],
)
@pytest.mark.parametrize('is_on', [True, False])
def test_what_holds_for_good_need_not_be_set(line: str, is_on: bool) -> None:
    off, on = line.format(True), line.format(False)
    same, opposite = (on, off) if is_on else (off, on)
    assert outcome(same, is_on=is_on) == SETTING_GOES
    assert outcome(opposite, is_on=is_on) == TEST_GOES


@pytest.mark.parametrize(
    ('line', 'is_on', 'expected'),
    [
        ("workaround('fsync', True)", True, SETTING_GOES),
        ("workaround('fsync', False)", True, TEST_GOES),
        ("workaround('fsync', False)", False, SETTING_GOES),
        ("workaround('fsync', True)", False, TEST_GOES),
    ],
)
def test_a_workaround_that_is_set_by_its_name_has_no_polarity(
    line: str, is_on: bool, expected: str
) -> None:
    assert outcome(line, is_on=is_on) == expected


@pytest.mark.parametrize(
    ('line', 'is_on', 'expected'),
    [
        ("self.flags(kinds=[], group='workarounds')", False, SETTING_GOES),
        ("self.flags(kinds=['a'], group='workarounds')", False, TEST_GOES),
        ("self.flags(kinds=['a'], group='workarounds')", True, SETTING_GOES),
        ("self.flags(kinds=[], group='workarounds')", True, TEST_GOES),
    ],
)
def test_a_list_says_yes_if_there_is_anything_in_it(
    line: str, is_on: bool, expected: str
) -> None:
    assert outcome(line, KINDS, is_on=is_on) == expected


@pytest.mark.parametrize(
    'line',
    [
        "self.flags(announce_count=3, group='workarounds')",
        "self.flags(announce_interval=1, group='workarounds')",
        "CONF.set_override('announce_interval', 1, 'workarounds')",
        "workaround('announce', True, count=3)",
        "workaround('announce', True, interval=1)",
        "workaround('announce', True, count=3, interval=1)",
    ],
)
def test_a_parameter_that_has_its_default_for_good_need_not_be_set(
    line: str,
) -> None:
    assert outcome(line, ANNOUNCE, is_on=True) == SETTING_GOES


@pytest.mark.parametrize(
    'line',
    [
        "self.flags(announce_count=5, group='workarounds')",
        "workaround('announce', True, interval=3)",
    ],
)
def test_a_parameter_that_was_something_else_turns_nothing_off(
    line: str,
) -> None:
    """Only what sets the toggle to the opposite tests what is no more."""
    text = f'def test_one(self, workaround):\n    {line}\n    run()\n'
    after, reports = take_away(text, ANNOUNCE, is_on=True)
    for _, said, _ in reports:
        assert 'turns it' not in said
    assert reports
    assert after == text


@pytest.mark.parametrize(
    'line',
    [
        "self.flags(announce_count=5, group='workarounds')",
        "CONF.set_override('announce_interval', 7, 'workarounds')",
    ],
)
def test_a_parameter_that_is_read_no_more_need_not_be_set(line: str) -> None:
    assert outcome(line, ANNOUNCE) == SETTING_GOES


@pytest.mark.parametrize(
    'line',
    [
        "self.flags(disable_fsync=value, group='workarounds')",
        "CONF.clear_override('disable_fsync', 'workarounds')",
        'CONF.workarounds.disable_fsync = True',
    ],
)
def test_what_nobody_can_tell_is_left_to_a_person(line: str) -> None:
    text = f'def test_one(self):\n    {line}\n    run()\n'
    after, reports = take_away(text)
    assert after == text
    assert reports == [
        (2, 'it sets disable_fsync; remove that by hand', False)
    ]


def test_what_a_removed_option_meant_nobody_can_tell() -> None:
    text = "def test_one(self):\n    self.flags(gone=1, group='workarounds')\n"
    after, [(line, _, is_done)] = take_away(text, GONE)
    assert (after, line, is_done) == (text, 2, False)


def test_what_else_a_call_sets_stays_set() -> None:
    text = """\
        def test_one(self):
            self.flags(
                disable_fsync=True,
                other=True,
                group='workarounds',
            )
            self.flags(other=True, disable_fsync=True, group='workarounds')
        """
    after, reports = take_away(text)
    assert reports == []
    assert after == textwrap.dedent("""\
        def test_one(self):
            self.flags(
                other=True,
                group='workarounds',
            )
            self.flags(other=True, group='workarounds')
        """)


@pytest.mark.parametrize(
    'text',
    [
        # What is set for some runs of the test alone, or around it.
        """\
        def test_one(self):
            for way in WAYS:
                self.flags(disable_fsync=False, group='workarounds')
        """,
        """\
        def test_one(self):
            if here:
                self.flags(disable_fsync=False, group='workarounds')
        """,
        """\
        def setUp(self):
            self.flags(disable_fsync=False, group='workarounds')
        """,
        """\
        self.flags(disable_fsync=False, group='workarounds')
        """,
    ],
)
def test_a_test_stays_unless_it_sets_the_opposite_in_any_case(
    text: str,
) -> None:
    after, [(_, said, is_done)] = take_away(text)
    assert after == textwrap.dedent(text)
    assert said == 'it sets disable_fsync to a value that is now impossible'
    assert not is_done


def test_code_that_is_no_test_is_never_removed() -> None:
    text = """\
        def test_the_disk(self):
            self.flags(disable_fsync=False, group='workarounds')
        """
    after, [(line, _, is_done)] = take_away(text, path='flushing/disk.py')
    assert (after, line, is_done) == (textwrap.dedent(text), 2, False)
