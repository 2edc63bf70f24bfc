# SPDX-License-Identifier: Apache-2.0
"""Whether what the cases of retire expect is right.

Nothing here runs the command: it is about the trees of the cases themselves.
"""

import dataclasses
import pathlib
import re
import sys

from pyflakes import messages
import pytest

from tests.retire import flakes as tests_flakes
from tests.retire import forced
from tests.retire import probing
from tests.retire.cases import Case
from tests.retire.cases import CASES
from tests.retire.cases import of_each
from tests.retire_cases import declarations
import workarounds

_DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}
#: Where pyflakes names another line than its own.
_LINE = re.compile(' from line [0-9]+')
#: Runs with different answers of everything that is not the workaround.
_RUNS = 16


def flakes(directory: pathlib.Path) -> set[tuple[str, str]]:
    """Tell what pyflakes has to say of each file.

    What a package imports and does not use is for others.
    """
    return {
        (
            str(path.relative_to(directory)),
            _LINE.sub('', message.message % message.message_args),
        )
        for path in directory.rglob('*.py')
        for message in tests_flakes.flakes(path.read_bytes())
        if path.name != '__init__.py'
        or not isinstance(message, messages.UnusedImport)
    }


@of_each(CASES)
def test_nothing_new_is_undefined_or_unused(case: Case) -> None:
    stays = {f'{name!r} imported but unused' for name in case.unused}
    new = flakes(case.expected) - flakes(case.input)
    assert {text for _, text in new} <= stays


@of_each(
    case
    for case in CASES
    if case.catalogue
    and case.runs
    and not any(case.input.rglob('test_*.py'))
    and not any(case.input.rglob('conf'))
)
def test_what_is_expected_does_what_the_input_did(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A case parses the arguments of its process.
    monkeypatch.setattr(sys, 'argv', ['app'])
    declared = _DECLARED[case.name]
    if isinstance(declared, workarounds.RemovedWorkaround):
        answers = forced.Answers(
            case.name, case.keep_behaviour, dict.fromkeys(declared.options)
        )
    else:
        answers = forced.Answers.of(declared, is_on=case.keep_behaviour)
    for seed in range(_RUNS):
        answers = dataclasses.replace(answers, others=seed % 2 == 0)
        before = probing.behaviour(case.input, answers, seed)
        after = probing.behaviour(case.expected, answers, seed)
        assert {name: before.get(name) for name in after} == after


def test_there_are_many_cases_of_every_mode() -> None:
    assert len(CASES) >= 80
    modes = {
        (declared.polarity, case.keep_behaviour)
        for case in CASES
        if case.catalogue
        and isinstance(
            declared := _DECLARED[case.name], workarounds.Workaround
        )
    }
    assert len(modes) == 4
