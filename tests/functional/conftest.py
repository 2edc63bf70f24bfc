# SPDX-License-Identifier: Apache-2.0
"""The day on which the command runs in this process."""

import datetime

import pytest

from workarounds.cli import app


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix the day, so that the installed facts never grow stale here."""
    monkeypatch.setattr(app.Application, 'today', datetime.date(2026, 11, 26))
