# SPDX-License-Identifier: Apache-2.0
"""Which Python distributions are installed, and from where."""

import pathlib
import sys

import pytest

from workarounds import exceptions
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probes import python

MACHINE = Machine()
MISSING = f'is not installed for {sys.executable}'


@pytest.fixture
def site(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> pathlib.Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def install(
    site: pathlib.Path,
    version: str | None,
    installer: str | None = None,
    name: str = 'my-own',
) -> None:
    directory = site / f'{name.replace("-", "_")}-1.dist-info'
    directory.mkdir()
    if version is not None:
        text = f'Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n'
        (directory / 'METADATA').write_text(text)
    if installer is not None:
        (directory / 'INSTALLER').write_text(installer)


@pytest.mark.parametrize(
    ('installer', 'package'),
    [
        ('pip\n', ''),
        ('uv', ''),
        ('poetry 1.8', None),
        ('debian\n', None),
        ('rpm\n', None),
        ('conda\n', None),
        ('', None),
        (None, None),
    ],
)
def test_what_upstream_published_is_reported_by_who_installed_it(
    site: pathlib.Path, installer: str | None, package: str | None
) -> None:
    install(site, '33.0.1', installer)
    reported = Reported('33.0.1', package=package)
    assert python.probe(['my-own'], MACHINE) == {'my-own': reported}


@pytest.mark.parametrize('name', ['my-own', 'my_own', 'My.Own'])
def test_a_name_is_found_however_it_is_written(
    site: pathlib.Path, name: str
) -> None:
    install(site, '1.0')
    assert python.probe([name], MACHINE) == {name: Reported('1.0')}


@pytest.mark.parametrize('name', ['my-own', '../x', 'a b', '*', 'my'])
def test_what_is_not_installed_is_not_known(name: str) -> None:
    assert python.probe([name], MACHINE) == {
        name: Unknown(f'the Python distribution {name} {MISSING}')
    }


BROKEN = 'the Python distribution broken has no version but {}'


@pytest.mark.parametrize(
    ('version', 'reason'),
    [
        (None, BROKEN.format('None')),
        ('\x00', BROKEN.format(r"'\x00'")),
        ('', BROKEN.format("''")),
        ('v1.0', BROKEN.format("'v1.0'")),
    ],
)
def test_a_distribution_that_is_broken_spoils_no_other_answer(
    site: pathlib.Path, version: str | None, reason: str
) -> None:
    # pip leaves such directories behind when it is interrupted.
    install(site, version, name='broken')
    install(site, '1.0')
    said = python.probe(['broken', 'my-own'], MACHINE)
    assert said['broken'] == Unknown(reason)
    assert said['my-own'] == Reported('1.0')


def test_an_empty_question_spoils_no_other_answer(
    site: pathlib.Path,
) -> None:
    install(site, '1.0')
    said = python.probe(['', 'my-own'], MACHINE)
    assert isinstance(said[''], Unknown)
    assert said['my-own'] == Reported('1.0')


def test_the_distributions_of_another_root_are_not_seen(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        python.probe(['nova'], Machine(str(tmp_path)))
    assert str(caught.value) == (
        f'the Python distributions of {tmp_path} cannot be seen from here'
    )
