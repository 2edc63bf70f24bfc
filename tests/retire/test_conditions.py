# SPDX-License-Identifier: Apache-2.0
"""Random conditions decide what they did, with the same calls."""

from collections.abc import Callable
from collections.abc import Mapping
import itertools
import pathlib
import random

from tests.retire import forced
from tests.retire import proof
from tests.retire import seeds

_COUNT = 100
_ON, _OFF = 'CONF.workarounds.disable_sync', "workarounds.enabled('nosync')"
_LEAVES = ('a', 'b', "f('f')", "f('g')", _ON, _OFF)
_SHAPES = ('not {}', '{} and {}', '{} or {}')
_HEAD = """\
from oslo_config import cfg

import workarounds

CONF = cfg.CONF
"""
#: A condition of a statement, and one whose value counts.
_FUNCTIONS = """

def decide_{number}(a, b, f):
    if {condition}:
        return f('yes')
    return f('no')


def value_{number}(a, b, f):
    return {condition}
"""
_ANSWERS = [*itertools.product([True, False, 0, 1], repeat=4)]


def _condition(chance: random.Random, depth: int) -> str:
    if depth == 0 or chance.randrange(4) == 0:
        return chance.choice(_LEAVES)
    parts = [f'({_condition(chance, depth - 1)})' for _ in range(2)]
    return chance.choice(_SHAPES).format(*parts)


def _logging(
    log: list[str], answers: Mapping[str, object]
) -> Callable[[str], object]:
    def call(what: str) -> object:
        log.append(what)
        return answers.get(what, what)

    return call


def _outcomes(source: bytes, name: str) -> dict[str, list[object]]:
    """Tell what each function returns and calls, for all answers."""
    answers = forced.Answers('nosync', False, {'disable_sync': True})
    modules = forced.Modules(
        answers, forced.Conf(answers), pathlib.Path('/nowhere')
    )
    found: dict[str, list[object]] = {}
    for key, function in vars(modules.execute(name, source)).items():
        if key.startswith(('decide_', 'value_')):
            outcomes = found.setdefault(key, [])
            for a, b, f, g in _ANSWERS:
                log: list[str] = []
                value = function(a, b, _logging(log, {'f': f, 'g': g}))
                # True and 1 are equal, and are not the same value.
                outcomes.append((repr(value), log))
    return found


def test_conditions_decide_what_they_did(tmp_path: pathlib.Path) -> None:
    seed = seeds.first()
    chance = random.Random(seed)
    conditions = [_condition(chance, 3) for _ in range(_COUNT)]
    source = _HEAD + ''.join(
        _FUNCTIONS.format(number=number, condition=condition)
        for number, condition in enumerate(conditions)
    )
    retired = proof.retire_program(
        tmp_path, source.encode(), 'nosync', is_on=False
    )
    before = _outcomes(source.encode(), 'before')
    after = _outcomes(retired.program, 'after')
    assert before.keys() == after.keys()
    for name, outcome in before.items():
        condition = conditions[int(name.rpartition('_')[2])]
        assert after[name] == outcome, (name, condition, seeds.day())
    assert not retired.left
