# SPDX-License-Identifier: Apache-2.0
"""What programs say their version is."""

import pathlib

import pytest

from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probes import program

ASK = 'my-fake --version'
PREFIX = 'my-fake'


def fake(tmp_path: pathlib.Path, text: str, mode: int = 0o755) -> str:
    path = tmp_path / PREFIX
    path.write_text(text if text.startswith('#!') else f'#!/bin/sh\n{text}\n')
    path.chmod(mode)
    return str(path)


def ask(
    tmp_path: pathlib.Path, *questions: str, timeout: float = 5
) -> dict[str, object]:
    environ = {'PATH': f'{tmp_path}:/usr/bin'}
    machine = Machine('/', environ, timeout)
    return dict(program.probe(questions or [ASK], machine))


def reason(tmp_path: pathlib.Path, **fields: float) -> str:
    answer = ask(tmp_path, **fields)[ASK]
    assert isinstance(answer, Unknown)
    return answer.reason


@pytest.mark.parametrize(
    ('said', 'version'),
    [
        (
            'qemu-img version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)\n'
            'Copyright (c) 2003-2022 Fabrice Bellard',
            '7.2.22',
        ),
        ('qemu-img version 6.2.0 (qemu-kvm-6.2.0-11.el9_0)', '6.2.0'),
        ('QEMU emulator version 8.2.0-rc1 (v8.2.0-rc1)', '8.2.0-rc1'),
        ('qemu-img version 2.0.0, Copyright (c) 2004', '2.0.0'),
        ('libvirtd (libvirt) 10.0.0', '10.0.0'),
        ('ldd (Debian GLIBC 2.36-9+deb12u13) 2.36', '2.36'),
        ('my-fake: 1.10', '1.10'),
        ('Redis server v=7.0.15 sha=00000000:0', '7.0.15'),
    ],
)
def test_the_first_version_that_a_program_names_is_its_own(
    tmp_path: pathlib.Path, said: str, version: str
) -> None:
    path = fake(tmp_path, f"cat <<'E'\n{said}\nE")
    assert ask(tmp_path) == {ASK: Reported(version, path)}


@pytest.mark.parametrize('said', ['2.0.0~rc1', '2.2.0~git2014'])
def test_a_version_before_a_release_is_not_taken_for_the_release(
    tmp_path: pathlib.Path, said: str
) -> None:
    fake(tmp_path, f'echo my-fake version {said}')
    answer = ask(tmp_path)[ASK]
    released = said.partition('~')[0]
    assert getattr(answer, 'version', '') != released


@pytest.mark.parametrize(
    ('said', 'shown'),
    [
        ('no version', "'no version'"),
        ('version 7', "'version 7'"),
        ('a-1.2', "'a-1.2'"),
        ('1:7.2', "'1:7.2'"),
        # A build of a commit is neither the release nor a later one.
        ('Xen 4.17.3-pre', "'Xen 4.17.3-pre'"),
        ('fake 7.2.0-dirty, GLib 2.74.6', "'fake 7.2.0-dirty, GLib 2.74.6'"),
        ('', "'exit code 0'"),
    ],
)
def test_a_program_that_names_no_version_is_quoted(
    tmp_path: pathlib.Path, said: str, shown: str
) -> None:
    path = fake(tmp_path, f'echo "{said}"')
    assert reason(tmp_path) == f'{path} names no version in {shown}'


def test_what_a_program_complains_about_is_no_version(
    tmp_path: pathlib.Path,
) -> None:
    fake(tmp_path, 'echo "warning: GLib 2.74.6" >&2; echo my-fake 7.2.1')
    assert getattr(ask(tmp_path)[ASK], 'version', None) == '7.2.1'


@pytest.mark.parametrize(
    ('text', 'cause'),
    [
        ('echo 1.2.3; echo oh no >&2; exit 1', '{} fails: oh no'),
        ('echo 1.2.3; exit 1', '{} fails: 1.2.3'),
        ('exit 77', '{} fails: exit code 77'),
        ('echo 1.2.3; kill -KILL $$', '{} fails: 1.2.3'),
        ('kill -SEGV $$', '{} fails: exit code -11'),
        ('exec yes 1.2.3', '{} printed more than 1 MiB; stopped reading'),
        ('#!/no/such/python\n', '{} cannot be run: '),
        ('echo 1.2.3; exec sleep 60', '{} did not answer within 0.3 s'),
        ('sleep 60 & echo 1.2.3', '{} did not answer within 0.3 s'),
    ],
)
def test_a_program_that_fails_tells_no_version(
    tmp_path: pathlib.Path, text: str, cause: str
) -> None:
    path = fake(tmp_path, text)
    assert reason(tmp_path, timeout=0.3).startswith(cause.format(path))


def test_a_program_that_is_not_there_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    assert reason(tmp_path) == 'my-fake is not installed'
    fake(tmp_path, 'echo 1.2.3', 0o644)
    assert reason(tmp_path) == 'my-fake is not installed'


def test_a_cause_is_one_line_that_a_terminal_can_show(
    tmp_path: pathlib.Path,
) -> None:
    directory = tmp_path / 'a\nb'
    directory.mkdir()
    fake(directory, r"printf 'a\033[31mb' >&2; exit 1")
    assert reason(directory).isprintable()


def test_no_shell_reads_a_question(tmp_path: pathlib.Path) -> None:
    fake(tmp_path, 'echo "1.2.$#"')
    question = f'my-fake ; touch {tmp_path}/no $(id)'
    answer = ask(tmp_path, question)[question]
    assert getattr(answer, 'version', None) == '1.2.4'
    assert not (tmp_path / 'no').exists()


@pytest.mark.parametrize('question', ['', ' ', 'no-such --version', 'a\0b'])
def test_a_question_without_an_answer_spoils_no_other(
    tmp_path: pathlib.Path, question: str
) -> None:
    path = fake(tmp_path, 'echo 1.2.3')
    said = ask(tmp_path, question, ASK)
    assert isinstance(said[question], Unknown)
    assert said[ASK] == Reported('1.2.3', path)


def test_programs_of_another_root_are_not_run(tmp_path: pathlib.Path) -> None:
    fake(tmp_path, f'touch {tmp_path}/ran; echo 1.2.3')
    machine = Machine(str(tmp_path), {'PATH': str(tmp_path)})
    assert program.probe([ASK], machine) == {
        ASK: Unknown(f'my-fake below {tmp_path} cannot be run from here')
    }
    assert not (tmp_path / 'ran').exists()


def test_the_first_of_several_programs_that_is_installed_is_asked(
    tmp_path: pathlib.Path,
) -> None:
    question = 'libvirtd-fake --version | my-fake --version | my-other -v'
    assert ask(tmp_path, question)[question] == Unknown(
        'libvirtd-fake is not installed'
    )
    path = fake(tmp_path, 'echo "virtqemud (libvirt) 10.0.$#"')
    assert ask(tmp_path, question)[question] == Reported('10.0.1', path)
