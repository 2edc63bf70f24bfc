# SPDX-License-Identifier: Apache-2.0
"""The codes of diagnostics, which are promises."""

import pathlib
import re
from typing import Any

import pytest

from tests.audit import running
from tests.audit import test_cases as cases


@pytest.fixture
def rules(tmp_path: pathlib.Path) -> list[dict[str, Any]]:
    """Return the rules that SARIF lists."""
    path = tmp_path / 'code.py'
    path.write_text('import workarounds; workarounds.enabled(x)')
    log = running.call('audit', str(path), '--format', 'sarif').document
    found: list[dict[str, Any]] = log['runs'][0]['tool']['driver']['rules']
    return found


def test_they_are_those_that_were_promised(
    rules: list[dict[str, Any]],
) -> None:
    assert [rule['id'] for rule in rules] == [
        f'WA{number}' for number in range(200, 220)
    ]


def test_each_says_what_it_means_and_what_to_do(
    rules: list[dict[str, Any]],
) -> None:
    for rule in rules:
        assert re.fullmatch(r'[a-z][^.;]+', rule['shortDescription']['text'])
        assert re.fullmatch(r'[A-Z].*[^,;]', rule['help']['text'])


def test_each_has_a_case(rules: list[dict[str, Any]]) -> None:
    printed = ''.join(
        path.read_text()
        for case in cases.CASES
        for path in case.path.glob('expected.txt')
    )
    found = set(re.findall(r'^\S+ (WA\d+) (\w+)', printed, re.MULTILINE))
    assert found >= {
        (rule['id'], rule['defaultConfiguration']['level']) for rule in rules
    }
