# SPDX-License-Identifier: Apache-2.0
"""Fixtures of all tests."""

from collections.abc import Iterator
import logging
import os

import hypothesis
import pytest

from tests.retire import seeds

pytest_plugins = ['pytester']

# How long an example takes depends on what else the machine is doing. CI's
# own profile, which newer releases load there, says the same.
hypothesis.settings.register_profile(
    'any-speed', hypothesis.settings.default, deadline=None
)
hypothesis.settings.load_profile('any-speed')


@pytest.fixture(autouse=True, scope='session')
def _state_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the journals of retire out of the user's home directory."""
    with pytest.MonkeyPatch.context() as patch:
        directory = tmp_path_factory.mktemp('state')
        patch.setenv('XDG_STATE_HOME', str(directory))
        yield


@pytest.fixture(autouse=True, scope='session')
def _no_waiting_for_the_disk() -> Iterator[None]:
    """Let nothing wait until it is on the disk: no test cuts the power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, 'fsync', lambda file: None)
        yield


@pytest.fixture(autouse=True)
def _root_logger() -> Iterator[None]:
    """Undo what a run of the command does to the logger of all.

    Each one adds a handler, and later tests would log to all closed streams.
    """
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = [it for it in root.handlers if it in handlers]
    root.setLevel(level)


def pytest_report_header() -> str:
    """Print the day that selects the programs, to select them again."""
    day = seeds.day()
    return f'chosen by the day: {seeds.VARIABLE}={day}'
