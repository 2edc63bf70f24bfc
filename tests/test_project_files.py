# SPDX-License-Identifier: Apache-2.0
"""The files for those who work on the project agree with each other."""

import pathlib
import re
import shutil
from typing import Any

import pytest
import yaml

from tests.functional import command_line

ROOT = pathlib.Path(__file__).parents[1]
SERVICE = ROOT / 'doc/source/examples/service'


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text())


def test_pre_commit_has_the_versions_of_tox() -> None:
    [repository] = load('.pre-commit-config.yaml')['repos']
    [hook] = repository['hooks']
    assert hook['entry'] == 'tox -q -e pep8'
    constraints = (ROOT / 'tests/newest-constraints.txt').read_text()
    pinned = set(constraints.splitlines())
    assert set(hook['additional_dependencies']) - pinned == set()


def run_hook(directory: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the hook for users, without pre-commit, which installs it."""
    [hook] = load('.pre-commit-hooks.yaml')
    program, *arguments = hook['entry'].split()
    assert program == 'workarounds'
    monkeypatch.chdir(directory)
    return command_line.run(*arguments, *hook['args'])


@pytest.fixture
def service(tmp_path: pathlib.Path) -> pathlib.Path:
    return pathlib.Path(shutil.copytree(SERVICE, tmp_path / 'service'))


def test_the_hook_passes_good_source(
    service: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run_hook(service, monkeypatch)
    assert done.returncode == 0, done.stdout


def test_the_hook_stops_bad_source(
    service: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = "import workarounds\n\n\ndef f():\n    workarounds.enabled('typo')\n"
    (service / 'acme/bad.py').write_text(bad)
    done = run_hook(service, monkeypatch)
    assert done.returncode == 1
    assert 'acme/bad.py:5' in done.stdout


def test_each_program_that_tests_need_is_in_bindep() -> None:
    lines = (ROOT / 'bindep.txt').read_text().splitlines()
    packages = [line for line in lines if not line.startswith('#')]
    assert packages == sorted(packages)
    assert all(
        re.fullmatch(r'[a-z0-9.+-]+ \[platform:debian test\]', line)
        for line in packages
    )
    asked = (ROOT / 'tests/capabilities.py').read_text()
    programs = set(re.findall(r"'([\w-]+) is not installed'", asked))
    other_names = {'dpkg-query': 'dpkg', 'qemu-img': 'qemu-utils'}
    # dpkg is on every Debian.
    needed = {other_names.get(name, name) for name in programs} - {'dpkg'}
    assert needed - {line.split()[0] for line in packages} == set()


def test_zuul_builds_what_tox_has() -> None:
    tox = (ROOT / 'tox.ini').read_text()
    [project] = load('.zuul.yaml')
    assert 'release-notes-jobs-python3' in project['project']['templates']
    assert '[testenv:releasenotes]' in tox
    assert 'releasenotes/build/html' in tox
    assert 'doc/build/html' in tox
