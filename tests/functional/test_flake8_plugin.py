# SPDX-License-Identifier: Apache-2.0
"""flake8 itself, with the plug-in that the library installs."""

import pathlib
import subprocess

from flake8.main import cli
import pytest

from tests.functional import command_line

TEXT = """\
import nova.conf
import workarounds

CONF = nova.conf.CONF
FROZEN = workarounds.enabled('disable_rootwrap')


def wrong(names):
    workarounds.enabled('disable_rootwrp')
    for name in names:
        workarounds.enabled(name)
    return CONF.workarounds.disable_rootwrap


def right():
    return CONF.workarounds.disable_rootwrap  # noqa: WA203


def silenced():
    a = CONF.workarounds.disable_rootwrap  # workarounds: ignore=WA203 a test
    b = 1  # workarounds: ignore=WA203 nothing is left
    return a, b  # workarounds: ignore=WA203


def removed():
    workarounds.enabled('enable_consoleauth')
    return 1  # workarounds: ignore=WA205 only the whole project tells
"""
WITHOUT_NAMES = ['5:10: WA204', '11:9: WA212', '22:18: WA210']
WITH_NAMES = [
    '5:10: WA204',
    '9:5: WA201',
    '11:9: WA212',
    '12:12: WA203',
    '21:12: WA209',
    '22:18: WA209',
    '22:18: WA210',
    '26:5: WA202',
]
NOVA = ('--workarounds-namespace', 'nova')


@pytest.fixture(autouse=True)
def here(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path('a.py').write_text(TEXT)


def flake8(*arguments: str) -> subprocess.CompletedProcess[str]:
    return command_line.call_main(cli.main, 'flake8', *arguments)


def found(*arguments: str) -> list[str]:
    """Return line, column and code of each message."""
    return places(flake8('--select', 'WA2', *arguments))


def places(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.stderr == ''
    assert done.returncode == (1 if done.stdout else 0)
    return [
        ' '.join(line.partition(':')[2].split()[:2])
        for line in done.stdout.splitlines()
    ]


def test_without_a_catalogue_no_name_is_wrong() -> None:
    assert found('a.py') == WITHOUT_NAMES


def test_with_one_all_that_a_file_tells_is_found() -> None:
    assert found(*NOVA, 'a.py') == WITH_NAMES


def test_the_message_has_the_cure() -> None:
    done = flake8('--select', 'WA203', *NOVA, 'a.py')
    assert done.stdout == (
        'a.py:12:12: WA203 this read of the option disable_rootwrap bypasses '
        "enabled(); write workarounds.enabled('disable_rootwrap')\n"
    )


@pytest.mark.parametrize('names', ['nova', 'qemu-img,nova', '\n  nova\n'])
def test_the_configuration_of_flake8_names_catalogues(names: str) -> None:
    pathlib.Path('.flake8').write_text(
        f'[flake8]\nworkarounds-namespace = {names}\n'
    )
    assert found('a.py') == WITH_NAMES


def test_several_processes_find_the_same() -> None:
    pathlib.Path('b.py').write_text(TEXT)
    arguments = ('--select', 'WA2', *NOVA, 'a.py', 'b.py')
    # In a process that has no threads, whose copies could wait for ever.
    done = command_line.call([command_line.tool('flake8'), '-j2', *arguments])
    assert places(done) == WITH_NAMES * 2
    assert found('-j1', *arguments) == WITH_NAMES * 2


def test_an_editor_hands_over_what_is_not_saved() -> None:
    done = subprocess.run(
        [command_line.tool('flake8'), '--select', 'WA201', *NOVA, '-'],
        capture_output=True,
        check=False,
        env=command_line.environment(),
        input=TEXT,
        text=True,
        timeout=command_line.PATIENCE,
    )
    assert done.stdout.startswith('stdin:9:5: WA201 ')


@pytest.mark.parametrize(
    ('data', 'expected'),
    [
        (b'', []),
        (b'x = 1\n', []),
        (b'workarounds = (\n', []),
        (b'# coding: nonsense\nimport workarounds\n', []),
        (
            '# é\nimport workarounds\n'
            'x = "ä", workarounds.enabled("a")\n'.encode(),
            ['3:10: WA204'],
        ),
        (
            '# coding: latin-1\nimport workarounds\n'
            'x = "ä", workarounds.enabled("a")\n'.encode('latin-1'),
            ['3:10: WA204'],
        ),
        (
            b'\xef\xbb\xbfimport workarounds\nx = workarounds.enabled("a")\n',
            ['2:5: WA204'],
        ),
        (
            b'import workarounds\r\nx = workarounds.enabled("a")\r\n',
            ['2:5: WA204'],
        ),
    ],
)
def test_any_file_can_be_looked_at(data: bytes, expected: list[str]) -> None:
    pathlib.Path('a.py').write_bytes(data)
    assert found('a.py') == expected


def test_a_project_that_selects_others_is_not_disturbed() -> None:
    done = flake8('--select', 'H', 'a.py')
    assert 'WA' not in done.stdout


@pytest.mark.parametrize(
    ('name', 'said'),
    [
        ('nvoa', "no catalogue is called 'nvoa'; did you mean nova?"),
        ('missing:HERE', 'catalogue missing:HERE: ModuleNotFoundError: '),
    ],
)
def test_a_catalogue_that_is_not_there_is_reported(
    name: str, said: str
) -> None:
    done = flake8('--workarounds-namespace', name, 'a.py')
    assert done.returncode == 1
    assert f'--workarounds-namespace: {said}' in done.stdout
    assert 'Traceback' not in done.stdout + done.stderr
