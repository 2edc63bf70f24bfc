# SPDX-License-Identifier: Apache-2.0
"""Rules of the structure that import contracts cannot express."""

import ast
from collections.abc import Iterator
import pathlib

import pytest

import workarounds

ROOT = pathlib.Path(workarounds.__file__).parent
MODULES = sorted(ROOT.rglob('*.py'))


def calls(module: pathlib.Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def modules_that_call(*endings: str) -> set[str]:
    return {
        str(module.relative_to(ROOT))
        for module in MODULES
        if any(call.endswith(endings) for call in calls(module))
    }


def test_the_clock_is_read_in_two_modules() -> None:
    assert modules_that_call('.now', '.today', 'time.time') == {
        '_api.py',
        'cli/app.py',
    }


def test_options_are_made_in_one_module() -> None:
    makers = modules_that_call('Opt')
    # The catalogues contain options as a service declares them, and the
    # check of oslo.config makes one to look at.
    assert {name for name in makers if not name.startswith('catalogs/')} == {
        'config/options.py',
        'config/oslo_internals.py',
    }


def test_private_parts_of_oslo_config_are_used_in_one_module() -> None:
    private = {
        '_do_get',
        '_get_opt_info',
        '_mutable_ns',
        '_namespace',
        '_sources',
        '_ConfigOpts__cache',
    }
    users = {
        str(module.relative_to(ROOT))
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text()))
        if (isinstance(node, ast.Attribute) and node.attr in private)
        or (isinstance(node, ast.Constant) and node.value in private)
    }
    # The fast path of a lookup has the name of one of them, and the cache
    # looks at two.
    assert users == {
        'config/lookup.py',
        'config/lookup_cache.py',
        'config/oslo_internals.py',
    }


@pytest.mark.parametrize(
    'module', MODULES, ids=lambda module: str(module.relative_to(ROOT))
)
def test_a_module_has_under_300_lines(module: pathlib.Path) -> None:
    assert len(module.read_text().splitlines()) < 300
