# SPDX-License-Identifier: Apache-2.0
"""What to do: wherever a toggle and its parameters are set."""

import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit.advice import setting
from workarounds.advice.evaluate.actions import Verdict

FLUSH = setting.declare()
DONT = setting.declare(disabled_by='dont')
YES = 'dont = true'


@pytest.mark.parametrize(
    ('texts', 'place'),
    [
        (
            [],
            'add a section [workarounds] to the configuration file, with: '
            'dont = true',
        ),
        (
            ['# Nothing.\n'],
            f'add a section [workarounds] to a.conf, with: {YES}',
        ),
        (
            ['[DEFAULT]\na = 1\n', ''],
            f'add a section [workarounds] to b.conf, with: {YES}',
        ),
        (
            ['[DEFAULT]\n[workarounds]\n', '[DEFAULT]\n'],
            'add below a.conf:2 [workarounds]: dont = true',
        ),
        (
            ['[workarounds]\n', '\n[Workarounds]\n\n[WORKAROUNDS]\n'],
            'add below b.conf:4 [workarounds]: dont = true',
        ),
    ],
)
def test_a_line_is_added_where_it_counts(
    tmp_path: pathlib.Path, texts: list[str], place: str
) -> None:
    assert setting.act(tmp_path, 'not-needed', DONT, *texts) == (
        f'turn off | {place}'
    )


TWO_FILES = ('[workarounds]\nflush = {}\n', '[workarounds]\n\nflush = {}\n')
TWICE = ('[workarounds]\nflush = {}\n\n[workarounds]\nflush = {}\n',)


def fill(texts: tuple[str, ...], *values: str) -> list[str]:
    """Put values where the braces are, from the first file to the last."""
    left = list(values)
    return [
        text.format(*(left.pop(0) for _ in range(text.count('{}'))))
        for text in texts
    ]


@pytest.mark.parametrize(
    ('texts', 'first', 'last'),
    [
        (TWO_FILES, 'a.conf:2', 'b.conf:3'),
        (TWICE, 'a.conf:2', 'a.conf:5'),
    ],
)
def test_every_line_goes_when_it_is_turned_off(
    tmp_path: pathlib.Path, texts: tuple[str, ...], first: str, last: str
) -> None:
    both = fill(texts, 'true', 'true')
    assert setting.act(tmp_path, 'not-needed', FLUSH, *both) == (
        f'turn off | delete {first}: flush = true; delete {last}: flush = true'
    )
    # The first one would come to life when the last one goes.
    different = fill(texts, 'true', 'yes')
    assert setting.act(tmp_path, 'not-needed', FLUSH, *different) == (
        f'turn off | delete {first}: flush = true; delete {last}: flush = yes'
    )


@pytest.mark.parametrize(
    ('texts', 'last'),
    [(TWO_FILES, 'b.conf:3'), (TWICE, 'a.conf:5')],
)
def test_the_line_that_counts_is_the_one_to_change(
    tmp_path: pathlib.Path, texts: tuple[str, ...], last: str
) -> None:
    dont = [text.replace('flush', 'dont') for text in fill(texts, '0', 'no')]
    assert setting.act(tmp_path, 'not-needed', DONT, *dont) == (
        f'turn off | change {last}: dont = no to: dont = true'
    )


@pytest.mark.parametrize('texts', [TWO_FILES, TWICE])
def test_a_line_that_another_one_overrides_is_not_said_to_be_the_default(
    tmp_path: pathlib.Path, texts: tuple[str, ...]
) -> None:
    said = setting.act(
        tmp_path, 'not-needed', FLUSH, *fill(texts, 'true', 'false')
    )
    assert 'flush = true' not in said
    assert said.startswith(('none | ', 'keep | '))


@pytest.mark.parametrize(
    ('texts', 'last'),
    [(TWO_FILES, 'b.conf:3'), (TWICE, 'a.conf:5')],
)
def test_a_line_that_another_one_overrides_is_not_to_be_kept(
    tmp_path: pathlib.Path, texts: tuple[str, ...], last: str
) -> None:
    # It would turn off what is to be kept on.
    said = setting.act(
        tmp_path, 'needed', FLUSH, *fill(texts, 'false', 'true')
    )
    assert said == f'keep | keep it: {last}: flush = true'


OLD = [cfg.DeprecatedOpt('old_flush', group='DEFAULT')]
RENAMED = setting.declare(
    enabled_by=cfg.BoolOpt('flush', default=False, deprecated_opts=OLD)
)
RENAMED_DONT = setting.declare(
    disabled_by=cfg.BoolOpt(
        'dont',
        default=False,
        deprecated_opts=[cfg.DeprecatedOpt('old_dont', group='DEFAULT')],
    )
)


def test_a_line_with_an_old_name_in_another_group_is_the_one_to_delete(
    tmp_path: pathlib.Path,
) -> None:
    text = '[DEFAULT]\nold_flush = true\n[workarounds]\nold_flush = true\n'
    assert setting.act(tmp_path, 'not-needed', RENAMED, text) == (
        'turn off | delete a.conf:2: old_flush = true'
    )
    assert setting.act(tmp_path, 'needed', RENAMED, text) == (
        'keep | keep it: a.conf:2: old_flush = true'
    )


@pytest.mark.parametrize(
    ('text', 'place'),
    [
        (
            '[workarounds]\n[DEFAULT]\nold_dont = false\n',
            f'add below a.conf:1 [workarounds]: {YES}',
        ),
        (
            '[DEFAULT]\n\nold_dont = false\n',
            f'add a section [workarounds] to a.conf, with: {YES}',
        ),
    ],
)
def test_a_new_name_is_not_written_into_the_old_group(
    tmp_path: pathlib.Path, text: str, place: str
) -> None:
    # There it would have no effect.
    assert setting.act(tmp_path, 'not-needed', RENAMED_DONT, text) == (
        f'turn off | delete a.conf:3: old_dont = false; {place}'
    )


def test_of_an_old_and_a_new_name_the_one_that_counts_is_changed(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\ndont = no\n[DEFAULT]\nold_dont = no\n'
    assert setting.act(tmp_path, 'not-needed', RENAMED_DONT, text) == (
        'turn off | change a.conf:2: dont = no to: dont = true'
    )


VARIABLE = 'OS_WORKAROUNDS__FLUSH'
UNTIL = 'keep it until you know that the bug is fixed'
TEXT = '[workarounds]\nflush = true\n'


@pytest.mark.parametrize(
    ('verdict', 'said'),
    [
        ('needed', f'keep | keep it: environment {VARIABLE}'),
        ('unknown', f'keep | {UNTIL}: environment {VARIABLE}'),
        ('not-needed', f'turn off | unset {VARIABLE}'),
    ],
)
def test_a_variable_is_named_as_lines_are(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    verdict: Verdict,
    said: str,
) -> None:
    monkeypatch.setenv(VARIABLE, 'true')
    assert setting.act(tmp_path, verdict, FLUSH) == said


def test_a_line_below_a_variable_goes_with_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, 'true')
    assert setting.act(tmp_path, 'not-needed', FLUSH, TEXT) == (
        f'turn off | unset {VARIABLE}; delete a.conf:2: flush = true'
    )


def test_a_variable_that_hides_a_line_is_the_one_to_change(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv('OS_WORKAROUNDS__DONT', 'false')
    text = '[workarounds]\ndont = true\n'
    assert setting.act(tmp_path, 'not-needed', DONT, text) == (
        'turn off | set OS_WORKAROUNDS__DONT=true'
    )


def test_a_line_that_a_variable_overrides_is_not_said_to_count(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, 'false')
    # Without the variable, the line would turn it on.
    assert setting.act(tmp_path, 'not-needed', FLUSH, TEXT) == (
        f'keep | keep it off: environment {VARIABLE}'
    )


LIST = setting.declare(enabled_by=cfg.ListOpt('types', default=[]))


def test_all_lines_of_a_value_are_named(tmp_path: pathlib.Path) -> None:
    # What is left of it below the deleted line would be a broken file.
    text = '[workarounds]\ntypes = a,\n  b,\n  c\nnext = 1\n'
    said = setting.act(tmp_path, 'not-needed', LIST, text)
    assert said == 'turn off | delete a.conf:2-4: types = a, ...'


def test_what_a_terminal_would_obey_is_written_out(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\ntypes = \x1b[2Ja\n'
    said = setting.act(tmp_path, 'needed', LIST, text)
    assert said == 'keep | keep it: a.conf:2: types = \\x1b[2Ja'


def test_every_action_says_something(tmp_path: pathlib.Path) -> None:
    fields: list[dict[str, Any]] = [{}, {'disabled_by': 'dont'}]
    verdicts: list[Verdict] = ['needed', 'unknown', 'not-needed']
    for field in fields:
        for line in ('', 'flush = 1', 'dont = 1', 'flush = x', 'dont = x'):
            for verdict in verdicts:
                said = setting.act(
                    tmp_path,
                    verdict,
                    setting.declare(**field),
                    f'[workarounds]\n{line}\n',
                )
                assert said.partition(' | ')[2].strip()


def test_a_line_that_holds_another_one_back_stays(
    tmp_path: pathlib.Path,
) -> None:
    # Without the second, the first would turn it on.
    on, off = (
        f'[workarounds]\nflush = {word}\n' for word in ('true', 'false')
    )
    assert setting.act(tmp_path, 'not-needed', FLUSH, on, off) == (
        'keep | keep it off: b.conf:2: flush = false'
    )
