# SPDX-License-Identifier: Apache-2.0
"""Retired programs do what they did; ``nightly.py`` tries more of them."""

import pathlib

import pytest

from tests.retire import proof
from tests.retire import seeds

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
        other = proof.Trial(trial.source, trial.name, not trial.is_on)
        runs = [
            (
                proof.run(trial.source, trial.answers, number),
                proof.run(trial.source, other.answers, number),
            )
            for number in range(proof.RUNS)
        ]
        differ += any(seen != otherwise for seen, otherwise in runs)
    # Of the others, some never reach a question.
    assert differ > 75


def test_what_would_not_compile_is_left(tmp_path: pathlib.Path) -> None:
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
    retired = proof.retire(program, 'fsync', is_on=False, directory=tmp_path)
    compile(retired.source, 'program.py', 'exec')
    assert b'enabled' not in retired.source
    [left] = retired.left
    assert 'it would not compile: no binding for nonlocal' in left


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
    retired = proof.retire(program, 'fsync', is_on=False, directory=tmp_path)
    assert retired.source == (
        b'def main(disk):\n'
        b'    size = disk.size; part = disk.next()\n'
        b'    return part\n'
    )
