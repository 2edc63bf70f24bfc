# SPDX-License-Identifier: Apache-2.0
"""The front door: the promised names, and nothing heavy behind it."""

import ast
from collections.abc import Iterator
import importlib.metadata
import inspect
import pathlib
import re
import subprocess
import sys
import types

import pytest

import workarounds
from workarounds import advice
from workarounds import audit
from workarounds import check
from workarounds import diagnostics
from workarounds import retire

FIXED_NAMES = {
    'Always',
    'AnyOf',
    'Catalogue',
    'Choice',
    'ConfigFix',
    'FileFix',
    'Detected',
    'ManualFix',
    'Never',
    'NoFix',
    'Package',
    'PackageFix',
    'Registry',
    'ReleaseFix',
    'RemovedWorkaround',
    'Undetermined',
    'Unstated',
    'Workaround',
    'enabled',
    'exceptions',
    'list_opts',
    'log_status',
    'param',
    'register',
    'register_opts',
    'value',
}
OPTIONAL = (
    'cliff',
    'fixtures',
    'jinja2',
    'jsonschema',
    'libcst',
    'oslo_reports',
    'oslo_upgradecheck',
    'prometheus_client',
    'pytest',
    'sphinx',
    'univers',
    'workarounds.advice',
    'workarounds.audit',
    'workarounds.check',
    'workarounds.cli',
    'workarounds.diagnostics',
    # Needed, but half as slow again as oslo.config. The bare package oslo_log
    # is imported by oslo.config itself and holds nothing.
    'oslo_log.log',
)


@pytest.fixture(scope='module')
def loaded() -> set[str]:
    """Return the modules that a fresh interpreter has after the import."""
    script = 'import sys, workarounds; print(*sys.modules, sep="\\n")'
    done = subprocess.run(
        [sys.executable, '-c', script],
        capture_output=True,
        check=True,
        text=True,
    )
    return set(done.stdout.split())


def test_the_front_door_has_the_promised_names() -> None:
    assert sorted(workarounds.__all__) == sorted(FIXED_NAMES)


@pytest.mark.parametrize('name', sorted(FIXED_NAMES))
def test_a_public_name_has_a_docstring_of_its_own(name: str) -> None:
    found = getattr(workarounds, name)
    text = found.__doc__
    assert text
    assert text.strip()
    if inspect.isclass(found):
        assert text not in [base.__doc__ for base in found.__mro__[1:]]


def test_the_import_loads_the_library(loaded: set[str]) -> None:
    assert {'workarounds', 'oslo_config.cfg'} <= loaded


@pytest.mark.parametrize('module', OPTIONAL)
def test_the_import_does_not_load(module: str, loaded: set[str]) -> None:
    assert [
        name for name in loaded if f'{name}.'.startswith(f'{module}.')
    ] == []


def required_packages(*, by_extras: bool) -> set[str]:
    return {
        re.split(r'[^A-Za-z0-9._-]', requirement)[0].lower()
        for requirement in importlib.metadata.requires('workarounds') or []
        if ('extra ==' in requirement) == by_extras
    }


def imported_packages() -> Iterator[str]:
    """Yield the packages, as PyPI names them, that some module imports."""
    packages = importlib.metadata.packages_distributions()
    for path in pathlib.Path(workarounds.__file__).parent.rglob('*.py'):
        for node in ast.walk(ast.parse(path.read_text())):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or '']
            for name in names:
                yield from packages.get(name.partition('.')[0], ())


def test_the_bare_package_needs_four_others() -> None:
    assert required_packages(by_extras=False) == {
        'oslo.config',
        'oslo.log',
        'pbr',
        'stevedore',
    }


def test_each_package_of_an_extra_is_imported() -> None:
    imported = {name.lower() for name in imported_packages()}
    assert required_packages(by_extras=True) - imported == set()


@pytest.mark.parametrize('module', [audit, check, diagnostics, retire])
def test_the_names_of_a_public_module_have_docstrings(
    module: types.ModuleType,
) -> None:
    for name in module.__all__:
        assert (getattr(module, name).__doc__ or '').strip()


def test_every_public_name_of_advice_is_documented() -> None:
    root = pathlib.Path(__file__).parents[1]
    text = (root / 'doc/source/reference/python/advice.rst').read_text()
    missing = {
        name
        for name in advice.__all__
        if f'workarounds.advice.{name}\n' not in text
    }
    assert missing == set()
    for name in advice.__all__:
        assert (getattr(advice, name).__doc__ or '').strip()
