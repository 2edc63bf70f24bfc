# SPDX-License-Identifier: Apache-2.0
"""The logging of this process, to which each run of the command adds."""

import logging

import pytest


@pytest.fixture(autouse=True)
def _handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what a run adds: later tests would log to closed streams."""
    monkeypatch.setattr(logging.getLogger(), 'handlers', [])
