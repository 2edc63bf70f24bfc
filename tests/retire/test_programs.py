# SPDX-License-Identifier: Apache-2.0
"""Retired programs do what they did; ``nightly.py`` tries more of them."""

import pathlib

import pytest

from tests.retire import programs
from tests.retire import proof
from tests.retire import seeds
from tests.retire import worlds

#: They are tried in bundles, so that a failure names its own.
_EACH = 10
_BUNDLES = seeds.PER_CHANGE // _EACH


@pytest.mark.parametrize('bundle', range(_BUNDLES))
def test_programs_do_what_they_did(
    bundle: int, tmp_path: pathlib.Path
) -> None:
    first = seeds.first() + bundle * _EACH
    for seed in range(first, first + _EACH):
        trial = proof.Trial.of(seed)
        fault = trial.fault(tmp_path)
        assert not fault, f'{trial}\n{fault}\nagain: {seeds.command(seed)}'


def test_a_program_that_does_something_else_is_found(
    tmp_path: pathlib.Path,
) -> None:
    differ = 0
    for seed in range(100):
        trial = proof.Trial.of(seed)
        other = proof.Trial(trial.files, trial.name, not trial.is_on)
        proof.write(tmp_path, trial.files)
        differ += any(
            worlds.run(tmp_path, trial.answers, number)
            != worlds.run(tmp_path, other.answers, number)
            for number in range(proof.RUNS)
        )
    # Of the others, some never reach a question.
    assert differ > 75


def test_all_that_stands_around_a_program_is_made() -> None:
    made = [programs.make(seed)[1] for seed in range(200)]
    files = {name for program in made for name in program}
    assert files == {
        *('program.py', 'flags.py', 'stores.py', 'outside.py'),
        'test_program.py',
    }
    text = ''.join(text for program in made for text in program.values())
    for part in (
        *('from flags import ', 'setattr(flags', 'except ImportError:'),
        *('contextlib.suppress', '(json.JSONEncoder)', 'super()._hook()'),
        *('def test_sets_late_on', 'workaround(', '.set_override('),
    ):
        assert part in text


def test_what_nonlocal_needs_is_left(tmp_path: pathlib.Path) -> None:
    """Without its name, ``nonlocal`` would be a mistake."""
    program = b"""\
import workarounds


def main(disk):
    try:
        disk.open()
    except OSError as error:
        if workarounds.enabled('fsync'):
            disk.flush(error)

        def forget():
            nonlocal error
            error = None
        disk.when(forget)
"""
    retired = proof.retire_program(tmp_path, program, 'fsync', is_on=False)
    compile(retired.program, 'program.py', 'exec')
    assert b'enabled' not in retired.program
    assert b'as error' in retired.program
    assert retired.left == ()


def test_an_unused_assignment_beside_another_stays(
    tmp_path: pathlib.Path,
) -> None:
    program = b"""\
import workarounds


def main(disk):
    size = disk.size; part = disk.next()
    if workarounds.enabled('fsync'):
        disk.flush(size)
    return part
"""
    retired = proof.retire_program(tmp_path, program, 'fsync', is_on=False)
    assert retired.program == (
        b'def main(disk):\n'
        b'    size = disk.size; part = disk.next()\n'
        b'    return part\n'
    )
