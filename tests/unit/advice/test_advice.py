# SPDX-License-Identifier: Apache-2.0
"""What an operator hears of workarounds, and of removed ones."""

import dataclasses
import pathlib

import pytest

from tests.unit.advice import judging
from tests.unit.advice import setting
import workarounds
from workarounds.advice.evaluate import host as evaluate_host
from workarounds.advice.evaluate.host import Advice
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Unknown
from workarounds.declarations.declaration import Declaration

HOST = Host(
    'debian:12',
    'dpkg',
    {'qemu-utils': Installed('1:7.2+dfsg-7+deb12u18')},
    service_version='30.0.0',
)
HOLDS = judging.fixed('2.2.0')
OPEN = workarounds.ReleaseFix(version='31.0.0')
LOOK = workarounds.ManualFix('the kernel inside the guests')
GUESTS = (
    'this cannot be seen on the host; look at: the kernel inside the guests'
)
LINK = 'https://bugs.example.org/9'
REMOVED = workarounds.RemovedWorkaround(
    name='consoleauth',
    options=['enable_consoleauth', 'consoleauth_ttl'],
    removed_in='20.0.0',
    reason='the service is gone',
)
DECLARATIONS: list[Declaration] = [
    setting.declare('calm', fix=LOOK),
    setting.declare('kept', fix=OPEN),
    setting.declare('gone', fix=HOLDS, disabled_by='dont'),
    setting.declare('set_off', fix=LOOK),
    setting.declare(
        'weak', fix=LOOK, weakens_security=True, bugs=[LINK, setting.BUG]
    ),
    setting.declare(
        'stray', fix=HOLDS, bugs=workarounds.Unstated('there is none')
    ),
    REMOVED,
]
TEXT = """\
[workarounds]
kept = true
enable_consoleauth = true
weak = yes
set_off = false
consoleauth_ttl =
  5
[DEFAULT]
enable_consoleauth = true
"""


def advise(
    directory: pathlib.Path, text: str = TEXT, host: Host = HOST
) -> list[Advice]:
    registry, found = setting.status(directory, DECLARATIONS, text)
    return evaluate_host.advise(registry, found, host, judging.KNOWLEDGE)


def test_what_there_is_to_do_comes_first_then_what_is_set(
    tmp_path: pathlib.Path,
) -> None:
    assert [
        (one.name, one.verdict, one.state, one.action.kind)
        for one in advise(tmp_path)
    ] == [
        ('gone', 'not-needed', 'on', 'turn off'),
        ('consoleauth', 'not-needed', 'removed', 'delete'),
        ('consoleauth', 'not-needed', 'removed', 'delete'),
        ('kept', 'needed', 'on', 'keep'),
        ('set_off', 'unknown', 'off', 'keep'),
        ('weak', 'unknown', 'on', 'keep'),
        ('calm', 'unknown', 'off', 'none'),
        ('stray', 'not-needed', 'off', 'none'),
    ]


def test_a_verdict_has_all_that_an_operator_needs(
    tmp_path: pathlib.Path,
) -> None:
    [weak] = [one for one in advise(tmp_path) if one.name == 'weak']
    line = f'{tmp_path}/a.conf:4: weak = yes'
    assert weak == Advice(
        name='weak',
        verdict='unknown',
        evidence=GUESTS,
        state='on',
        place=f'{tmp_path}/a.conf:4',
        action=weak.action,
        weakens_security=True,
        bugs=(LINK, setting.BUG),
    )
    assert weak.action.text == (
        f'keep it until you know that the bug is fixed; it weakens security, '
        f'so if you can do without it: delete {line}'
    )


def test_a_removed_workaround_has_a_line_to_delete_for_each_option(
    tmp_path: pathlib.Path,
) -> None:
    removed = [one for one in advise(tmp_path) if one.state == 'removed']
    assert [one.place for one in removed] == [
        f'{tmp_path}/a.conf:3',
        f'{tmp_path}/a.conf:6',
    ]
    assert removed[0].evidence == (
        'enable_consoleauth was removed in 20.0.0 (the service is gone) and '
        'has no effect'
    )
    assert removed[1].evidence.startswith('consoleauth_ttl was removed in ')
    assert removed[0].action.text == (
        f'delete {tmp_path}/a.conf:3: enable_consoleauth = true'
    )


@pytest.mark.parametrize(
    ('service_version', 'evidence', 'to_do'),
    [
        (
            '19.3.2',
            'enable_consoleauth is live in 19.3.2; removed in 20.0.0 (the '
            'service is gone); the loaded catalogue no longer describes it',
            'keep it until you upgrade to 20.0.0 or later',
        ),
        (
            Unknown('nobody asked'),
            'enable_consoleauth was removed in 20.0.0 (the service is gone); '
            'whether this release still reads it is not known (no service '
            'version)',
            'keep it unless the service is at 20.0.0 or later',
        ),
    ],
)
def test_a_line_that_a_release_may_read_is_kept(
    tmp_path: pathlib.Path,
    service_version: str | Unknown,
    evidence: str,
    to_do: str,
) -> None:
    host = dataclasses.replace(HOST, service_version=service_version)
    [removed] = [
        one
        for one in advise(
            tmp_path, '[workarounds]\nenable_consoleauth = true\n', host
        )
        if one.name == 'consoleauth'
    ]
    assert (removed.verdict, removed.evidence) == ('unknown', evidence)
    assert removed.action.kind == 'keep'
    assert removed.action.text == (
        f'{to_do}: {tmp_path}/a.conf:2: enable_consoleauth = true'
    )


def test_a_removed_workaround_is_no_news_without_a_line(
    tmp_path: pathlib.Path,
) -> None:
    assert 'consoleauth' not in [one.name for one in advise(tmp_path, '')]


def test_what_a_terminal_would_obey_in_a_leftover_line_is_written_out(
    tmp_path: pathlib.Path,
) -> None:
    text = '[workarounds]\nenable_consoleauth = \x1b[2J\n'
    [removed] = [
        one for one in advise(tmp_path, text) if one.state == 'removed'
    ]
    assert '\x1b' not in removed.action.text


def test_bugs_that_nobody_stated_are_none(tmp_path: pathlib.Path) -> None:
    [stray] = [one for one in advise(tmp_path) if one.name == 'stray']
    assert list(stray.bugs) == []


def test_a_service_that_changed_a_default_gets_an_action_with_words(
    tmp_path: pathlib.Path,
) -> None:
    # Such as set_default() in the code of the service.
    registry, found = setting.status(
        tmp_path, [setting.declare(fix=HOLDS)], '', changed=True
    )
    [one] = evaluate_host.advise(registry, found, HOST, judging.KNOWLEDGE)
    assert (one.state, one.verdict) == ('on', 'not-needed')
    assert 'flush = false' in one.action.text
