# SPDX-License-Identifier: Apache-2.0
"""The platform of a machine, and its programs, which do no harm."""

import contextlib
import errno
import os
import pathlib
import signal
import threading
import time

import pytest

from workarounds import exceptions
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.machine import Ran

HERE = 'ID=of-this-machine\nVERSION_ID=1\n'
THERE = 'ID=alpine\nVERSION_ID=3.20\n'
NO_VERSION = (
    '/etc/os-release has no VERSION_ID and no VERSION_CODENAME, as of {} '
    'without releases'
)


def machine(tmp_path: pathlib.Path, **fields: float) -> Machine:
    environ = {'PATH': f'{tmp_path}:/usr/bin', 'HOME': '/nowhere'}
    return Machine('/', environ, **fields)


def program(tmp_path: pathlib.Path, text: str, name: str = 'fake') -> str:
    path = tmp_path / name
    path.write_text(text if text.startswith('#!') else f'#!/bin/sh\n{text}\n')
    path.chmod(0o755)
    return str(path)


def image(
    tmp_path: pathlib.Path, text: str | bytes, path: str = 'etc/os-release'
) -> Machine:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Machine(str(tmp_path))


# Which platform it is.


@pytest.mark.parametrize(
    ('text', 'platform'),
    [
        ('ID=debian\nVERSION_ID="12"\n', 'debian:12'),
        ("ID='ubuntu'\nVERSION_ID='24.04'\n", 'ubuntu:24.04'),
        ('VERSION_ID=9.4\nNAME="Rocky Linux"\nID="rocky"', 'rocky:9.4'),
        ('ID="opensuse-leap"\nVERSION_ID="15.6"\n', 'opensuse-leap:15.6'),
        ('ID=debian\r\nVERSION_ID=12\r\n', 'debian:12'),
        ('ID=debian\nVERSION_CODENAME=forky\n', 'debian:forky'),
        ('ID=debian\nVERSION_ID=12\nVERSION_CODENAME=forky\n', 'debian:12'),
        ('\n# ID=x\n#ID=y\n  ID=debian\nVERSION_ID=12\n', 'debian:12'),
        ('ID=fedora\nID=debian\nVERSION_ID=12\n', 'debian:12'),
        ('ID="openEuler"\nVERSION_ID="24.03"\n', 'openEuler:24.03'),
        ('ID_LIKE=debian\nID=mint\nVERSION_ID=21\n', 'mint:21'),
        ('NAME="cut\nID=debian\nVERSION_ID=12\n', 'debian:12'),
        ('ID=debian\nVERSION_ID=12\nNAME=a b c\nx\n=\n', 'debian:12'),
        (b'NAME="caf\xe9"\nID=debian\nVERSION_ID=12\n', 'debian:12'),
        (b'\0\1\2\xff=\n\nID=debian\nVERSION_ID=12\n', 'debian:12'),
    ],
)
def test_the_platform_is_what_os_release_says(
    tmp_path: pathlib.Path, text: str | bytes, platform: str
) -> None:
    assert image(tmp_path, text).platform() == platform


@pytest.mark.parametrize(
    ('text', 'reason'),
    [
        ('', '/etc/os-release has no ID'),
        ('NAME=Debian\nVERSION_ID=12\n', '/etc/os-release has no ID'),
        ('ID=\nVERSION_ID=12\n', '/etc/os-release has no ID'),
        ('ID=""\nVERSION_ID=12\n', '/etc/os-release has no ID'),
        ('ID="debian\nVERSION_ID=12\n', '/etc/os-release has no ID'),
        ('id=debian\nVERSION_ID=12\n', '/etc/os-release has no ID'),
        (b'\x7fELF\x02\x01\0\0\xff\xfe', '/etc/os-release has no ID'),
        ('ID=arch\n', NO_VERSION.format('arch')),
        ('ID=debian\nVERSION_ID=""\n', NO_VERSION.format('debian')),
    ],
)
def test_why_the_platform_is_not_known_is_said(
    tmp_path: pathlib.Path, text: str | bytes, reason: str
) -> None:
    assert image(tmp_path, text).platform() == Unknown(reason)


@pytest.mark.parametrize(
    'text',
    [
        'ID="Debian Linux"\nVERSION_ID=12\n',
        'ID=a:b\nVERSION_ID=12\n',
        'ID=debian\nVERSION_ID="12 (bookworm)"\n',
        'ID="\x1b[31mdebian"\nVERSION_ID=12\n',
        f'ID={"x" * 300}\nVERSION_ID=12\n',
    ],
)
def test_what_os_release_does_not_allow_is_no_platform(
    tmp_path: pathlib.Path, text: str
) -> None:
    # A host file with such a platform could not be read again.
    assert isinstance(image(tmp_path, text).platform(), Unknown)


def test_a_machine_without_os_release_has_no_known_platform(
    tmp_path: pathlib.Path,
) -> None:
    unknown = Unknown('there is no os-release file')
    assert Machine(str(tmp_path)).platform() == unknown
    assert Machine(str(tmp_path / 'no')).platform() == unknown


def test_the_os_release_of_the_vendor_is_read_if_there_is_no_other(
    tmp_path: pathlib.Path,
) -> None:
    text = 'ID=debian\nVERSION_ID=12\n'
    machine = image(tmp_path, text, 'usr/lib/os-release')
    assert machine.platform() == 'debian:12'
    image(tmp_path, 'ID=debian\nVERSION_ID=13\n')
    assert machine.platform() == 'debian:13'


def test_a_directory_in_its_place_is_passed_over(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'etc/os-release').mkdir(parents=True)
    text = 'ID=debian\nVERSION_ID=12\n'
    machine = image(tmp_path, text, 'usr/lib/os-release')
    assert machine.platform() == 'debian:12'


def test_a_link_within_an_image_does_not_lead_out_of_it(
    tmp_path: pathlib.Path,
) -> None:
    outside = tmp_path / 'outside'
    outside.write_text(HERE)
    machine = image(tmp_path / 'image', THERE, 'usr/lib/os-release')
    (tmp_path / 'image/etc').mkdir()
    (tmp_path / 'image/etc/os-release').symlink_to(outside)
    assert machine.platform() == 'alpine:3.20'


@pytest.mark.parametrize(
    ('link', 'target'),
    [
        ('etc/os-release', '/opt/release'),
        ('etc/os-release', '../opt/release'),
        ('etc/os-release', '../../../../opt/release'),
        ('etc/os-release', '/../../opt/./release'),
        ('etc/os-release', '/opt/link'),
        ('etc/os-release', '../opt/link'),
    ],
)
def test_a_link_is_followed_within_its_image(
    tmp_path: pathlib.Path, link: str, target: str
) -> None:
    (tmp_path / 'opt').mkdir()
    (tmp_path / 'opt/release').write_text(HERE)
    root = tmp_path / 'image'
    machine = image(root, THERE, 'opt/release')
    (root / 'opt/link').symlink_to('release')
    (root / link).parent.mkdir()
    (root / link).symlink_to(target)
    assert machine.read_file('/etc/os-release') == THERE


@pytest.mark.parametrize(
    ('directory', 'file', 'directory_target', 'file_target'),
    [
        # As NixOS has it.
        ('etc/static', 'etc/os-release', '/opt', '/etc/static/release'),
        ('etc', 'opt/os-release', '/opt', 'release'),
        ('etc', 'opt/os-release', '/opt', '/etc/release'),
        ('etc', 'opt/etc/os-release', 'opt/etc', '../release'),
    ],
)
def test_a_directory_that_is_a_link_is_within_its_image_too(
    tmp_path: pathlib.Path,
    directory: str,
    file: str,
    directory_target: str,
    file_target: str,
) -> None:
    root = tmp_path / 'image'
    machine = image(root, THERE, 'opt/release')
    for path, target in ((directory, directory_target), (file, file_target)):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).symlink_to(target)
    assert machine.read_file('/etc/os-release') == THERE


def test_nothing_is_read_through_a_directory_that_leads_out_of_an_image(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'outside').mkdir()
    (tmp_path / 'outside/os-release').write_text(HERE)
    (tmp_path / 'image').mkdir()
    (tmp_path / 'image/etc').symlink_to(tmp_path / 'outside')
    machine = Machine(str(tmp_path / 'image'))
    unknown = Unknown('there is no os-release file')
    assert machine.platform() == unknown


def test_two_dots_do_not_lead_out_of_an_image(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'secret').write_text(HERE)
    (tmp_path / 'image').mkdir()
    machine = Machine(str(tmp_path / 'image'))
    assert machine.path('/../secret') == str(tmp_path / 'image/secret')
    for path in ('/../secret', '../secret', '/etc/../../secret'):
        with pytest.raises(FileNotFoundError):
            machine.read_file(path)


def test_links_that_lead_nowhere_end(tmp_path: pathlib.Path) -> None:
    (tmp_path / 'a').symlink_to('b')
    (tmp_path / 'b').symlink_to('a')
    (tmp_path / 'c').symlink_to('/no')
    machine = Machine(str(tmp_path))
    for path, number in (
        ('/a', errno.ELOOP),
        ('/b', errno.ELOOP),
        ('/c', errno.ENOENT),
    ):
        with pytest.raises(OSError, match=str(tmp_path)) as caught:
            machine.read_file(path)
        assert caught.value.errno == number


def test_a_link_to_itself_does_not_lead_out_of_its_image(
    tmp_path: pathlib.Path,
) -> None:
    # On this machine too, a file has the name that the link points to.
    outside = tmp_path / 'release'
    outside.write_text(HERE)
    root = tmp_path / 'image'
    link = pathlib.Path(f'{root}{outside}')
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    with pytest.raises(OSError, match='release'):
        Machine(str(root)).read_file(str(outside))


def test_a_huge_os_release_does_not_keep_anybody_waiting(
    tmp_path: pathlib.Path,
) -> None:
    text = f'NAME="{"x" * 500_000}"\nID=debian\nVERSION_ID=12\n'
    said: list[object] = []
    machine = image(tmp_path, text)
    reader = threading.Thread(
        target=lambda: said.append(machine.platform()), daemon=True
    )
    reader.start()
    reader.join(2)
    assert said == ['debian:12']


# Which of its programs can be run.


@pytest.mark.parametrize('root', ['/', '//', '/usr/..', '/proc/self/root'])
def test_a_root_that_is_this_one_is_recognised(root: str) -> None:
    assert Machine(root).is_this_one


def test_programs_of_another_root_are_not_run(tmp_path: pathlib.Path) -> None:
    other = Machine(str(tmp_path))
    assert not other.is_this_one
    with pytest.raises(exceptions.ProbeError) as caught:
        other.find_program('sh')
    assert str(caught.value) == f'sh below {tmp_path} cannot be run from here'


def test_a_path_lies_below_the_root(tmp_path: pathlib.Path) -> None:
    other = Machine(str(tmp_path))
    assert other.path('/etc/x') == str(tmp_path / 'etc/x')
    assert Machine().path('/etc/x') == '/etc/x'


def test_a_program_is_found_in_the_path_first(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, 'true', 'sh')
    assert machine(tmp_path).find_program('sh') == path


@pytest.mark.parametrize('environ', [{}, {'PATH': '/nowhere'}])
def test_a_program_is_found_in_the_standard_directories_too(
    environ: dict[str, str],
) -> None:
    # An operator's PATH lacks the directories of daemons.
    found = Machine('/', environ).find_program('ldconfig')
    assert os.path.realpath(found) == '/usr/sbin/ldconfig'


def test_a_file_that_is_not_executable_is_no_program(
    tmp_path: pathlib.Path,
) -> None:
    path = program(tmp_path, 'true', 'my-fake')
    pathlib.Path(path).chmod(0o644)
    (tmp_path / 'my-directory').mkdir()
    for name in ('my-fake', 'my-directory', 'my-nothing'):
        with pytest.raises(exceptions.ProbeError) as caught:
            machine(tmp_path).find_program(name)
        assert str(caught.value) == f'{name} is not installed'


@pytest.mark.parametrize('environ', [{}, {'PATH': ''}])
def test_no_program_is_taken_from_the_working_directory(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
) -> None:
    program(tmp_path, 'true', 'my-fake')
    monkeypatch.chdir(tmp_path)
    with pytest.raises(exceptions.ProbeError, match='is not installed'):
        Machine('/', environ).find_program('my-fake')


# How they are run.


def test_what_a_program_says_is_returned(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, 'echo "a b"; echo c >&2; exit 3')
    ran = machine(tmp_path).run(path)
    assert (ran.code, ran.output, ran.errors) == (3, 'a b\n', 'c\n')


def test_arguments_are_handed_over_as_they_are(
    tmp_path: pathlib.Path,
) -> None:
    path = program(tmp_path, 'printf "<%s>" "$@"')
    arguments = ['a b', '', '$HOME', '`id`', '*', ';reboot', '-x', 'a\nb', 'ä']
    assert machine(tmp_path).run(path, *arguments).output == ''.join(
        f'<{argument}>' for argument in arguments
    )


def test_a_program_has_the_environment_of_the_machine_in_english() -> None:
    environ = {'PATH': '/usr/bin', 'LC_ALL': 'de_DE.UTF-8', 'A': 'b'}
    ran = Machine('/', environ).run('/usr/bin/env')
    assert sorted(ran.output.splitlines()) == [
        'A=b',
        'LC_ALL=C',
        'PATH=/usr/bin',
    ]


def test_a_program_has_nothing_to_read(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, 'read x; echo "$?"')
    assert machine(tmp_path).run(path).output == '1\n'


def test_bytes_that_are_no_text_are_marked(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, r"printf 'a\377b'")
    assert machine(tmp_path).run(path).output == 'a\ufffdb'


def test_a_program_that_a_signal_ends_says_which(
    tmp_path: pathlib.Path,
) -> None:
    path = program(tmp_path, 'echo out; kill -SEGV $$')
    ran = machine(tmp_path).run(path)
    assert (ran.code, ran.output) == (-signal.SIGSEGV, 'out\n')


@pytest.mark.parametrize(
    ('ran', 'error_summary'),
    [
        (Ran(1, 'out', '\n first \n\tsecond\n'), 'first second'),
        (Ran(1, 'out\nput\n', ' \n'), 'out put'),
        (Ran(7, ' \n', ''), 'exit code 7'),
        (Ran(-11, '', ''), 'exit code -11'),
        (Ran(1, '', 'x' * 1000), 'x' * 200),
        (Ran(1, '', 'ab\n' * 100), ('ab ' * 67)[:200]),
    ],
)
def test_a_complaint_is_all_that_was_said_in_one_line(
    ran: Ran, error_summary: str
) -> None:
    assert ran.error_summary == error_summary


@pytest.mark.parametrize(
    ('name', 'mode', 'text', 'cause'),
    [
        ('missing', None, '', 'No such file or directory'),
        ('plain', 0o644, '#!/bin/sh\n', 'Permission denied'),
        ('no-interpreter', 0o755, '#!/no/such\n', 'No such file'),
        ('garbage', 0o755, '\x7fELF\x02', 'Exec format error'),
        ('empty', 0o755, '', 'Exec format error'),
    ],
)
def test_a_program_that_cannot_be_run_is_reported(
    tmp_path: pathlib.Path, name: str, mode: int | None, text: str, cause: str
) -> None:
    path = tmp_path / name
    if mode is not None:
        path.write_text(text)
        path.chmod(mode)
    with pytest.raises(exceptions.ProbeError) as caught:
        machine(tmp_path).run(str(path))
    assert str(caught.value).startswith(f'{path} cannot be run: ')
    assert cause in str(caught.value)


def test_an_argument_with_nul_is_reported(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, 'true')
    with pytest.raises(exceptions.ProbeError, match='cannot be run: '):
        machine(tmp_path).run(path, 'a\0b')


def test_a_path_with_a_newline_is_run(tmp_path: pathlib.Path) -> None:
    path = program(tmp_path, 'echo yes', 'a\nb')
    assert machine(tmp_path).run(path).output == 'yes\n'


def wait_for_the_end(group: int) -> None:
    # What is killed vanishes when the kernel comes round to it.
    end = time.monotonic() + 5
    while running(group):
        assert time.monotonic() < end, 'a child still runs'
        os.sched_yield()


def running(group: int) -> list[str]:
    """Return the processes of a group that are not dead."""
    found = []
    for path in pathlib.Path('/proc').glob('[0-9]*/stat'):
        with contextlib.suppress(OSError):
            text = path.read_text()
            state, _, its_group = text.rpartition(')')[2].split()[:3]
            if int(its_group) == group and state != 'Z':
                found.append(text)
    return found


SLOW = {
    'it sleeps': 'exec sleep 60',
    'it talks and sleeps': 'echo 1.2.3; exec sleep 60',
    'its child sleeps': 'sleep 60; echo 1.2.3',
    'it does not obey': "trap '' TERM INT HUP PIPE; while :; do sleep 1; done",
    'it stops itself': 'kill -STOP $$; echo 1.2.3',
    'it leaves a child that keeps the pipe open': 'sleep 60 &\necho 1.2.3',
    'it leaves a child in another session': (
        'setsid sleep 3 &\nsleep 0.1; echo 1.2.3'
    ),
}


@pytest.mark.parametrize('text', SLOW.values(), ids=SLOW)
def test_a_program_that_does_not_answer_is_stopped(
    tmp_path: pathlib.Path, text: str
) -> None:
    path = program(tmp_path, f'echo $$ > {tmp_path}/pid\n{text}')
    began = time.monotonic()
    with pytest.raises(exceptions.ProbeError) as caught:
        machine(tmp_path, timeout=0.4).run(path)
    assert time.monotonic() - began < 2.5
    assert str(caught.value) == f'{path} did not answer within 0.4 s'
    wait_for_the_end(int((tmp_path / 'pid').read_text()))


def test_a_program_that_closes_its_output_and_stays_is_stopped(
    tmp_path: pathlib.Path,
) -> None:
    path = program(tmp_path, 'echo 1.2.3; exec >&- 2>&-; exec sleep 60')
    with pytest.raises(exceptions.ProbeError) as caught:
        machine(tmp_path, timeout=0.3).run(path)
    assert str(caught.value) == f'{path} did not end within 0.3 s'


@pytest.mark.parametrize('where', ['', '>&2'])
def test_a_program_that_does_not_stop_to_talk_is_stopped(
    tmp_path: pathlib.Path, where: str
) -> None:
    path = program(tmp_path, f'exec yes {where}')
    with pytest.raises(exceptions.ProbeError) as caught:
        machine(tmp_path).run(path)
    assert (
        str(caught.value) == f'{path} printed more than 1 MiB; stopped reading'
    )


def test_a_program_that_drips_has_no_more_time_than_another(
    tmp_path: pathlib.Path,
) -> None:
    path = program(tmp_path, 'while :; do echo x; sleep 0.05; done')
    began = time.monotonic()
    with pytest.raises(exceptions.ProbeError, match='did not answer within'):
        machine(tmp_path, timeout=0.3).run(path)
    assert time.monotonic() - began < 2.5


def test_much_talk_on_both_channels_is_heard(tmp_path: pathlib.Path) -> None:
    path = program(
        tmp_path,
        'head -c 900000 /dev/zero; head -c 900000 /dev/zero >&2; '
        'head -c 100000 /dev/zero',
    )
    ran = machine(tmp_path).run(path)
    assert (len(ran.output), len(ran.errors)) == (1_000_000, 900_000)


def test_no_child_is_left_behind(tmp_path: pathlib.Path) -> None:
    path = program(
        tmp_path,
        f'sleep 60 >/dev/null 2>&1 &\necho $$ > {tmp_path}/pid; echo 1.2.3',
    )
    assert machine(tmp_path).run(path).output == '1.2.3\n'
    wait_for_the_end(int((tmp_path / 'pid').read_text()))
