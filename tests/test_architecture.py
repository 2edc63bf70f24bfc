# SPDX-License-Identifier: Apache-2.0
"""Laws of the house that import contracts cannot say."""

import ast
from collections.abc import Iterator
import pathlib

import pytest

import workarounds

HOUSE = pathlib.Path(workarounds.__file__).parent
ROOMS = sorted(HOUSE.rglob('*.py'))


def calls(room: pathlib.Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(room.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def rooms_that_call(*endings: str) -> set[str]:
    return {
        str(room.relative_to(HOUSE))
        for room in ROOMS
        if any(call.endswith(endings) for call in calls(room))
    }


def test_the_clock_is_read_at_the_two_doors_alone() -> None:
    assert rooms_that_call('.now', '.today', 'time.time') == {
        '_api.py',
        'cli/app.py',
    }


def test_options_are_made_in_one_room() -> None:
    made = rooms_that_call('Opt')
    # The catalogues hand over options as a service would, and the proof
    # makes one to look at.
    assert {room for room in made if not room.startswith('catalogs/')} == {
        '_options.py',
        '_oslo_private.py',
    }


def test_private_parts_of_oslo_config_are_used_in_one_room() -> None:
    private = {
        '_do_get',
        '_get_opt_info',
        '_mutable_ns',
        '_namespace',
        '_sources',
        '_ConfigOpts__cache',
    }
    rooms = {
        str(room.relative_to(HOUSE))
        for room in ROOMS
        for node in ast.walk(ast.parse(room.read_text()))
        if (isinstance(node, ast.Attribute) and node.attr in private)
        or (isinstance(node, ast.Constant) and node.value in private)
    }
    # _lookup has the name of one of them in its fast path.
    assert rooms == {'_oslo_private.py', '_lookup.py'}


@pytest.mark.parametrize(
    'room', ROOMS, ids=lambda room: str(room.relative_to(HOUSE))
)
def test_a_room_stays_under_300_lines(room: pathlib.Path) -> None:
    assert len(room.read_text().splitlines()) < 300
