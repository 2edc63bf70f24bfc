# SPDX-License-Identifier: Apache-2.0
"""Catalogues are found by name; if one is broken, the others load."""

from collections.abc import Callable
from collections.abc import Iterator
import pathlib
import re
import sys
import textwrap

import pytest

from workarounds import exceptions
from workarounds.declarations import discovery

HEAD = """
import workarounds

def declare(name, **fields):
    facts = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)
"""
UNSPEAKABLE = """
class UnspeakableError(BaseException):
    def __str__(self):
        raise SystemExit

raise UnspeakableError
"""
Catalogue = Callable[..., str]


@pytest.fixture
def catalogue(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Catalogue]:
    """Return a function that makes a module and returns a namespace."""
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, 'dont_write_bytecode', True)
    made: list[str] = []

    def catalogue(text: str, attribute: str = 'HERE') -> str:
        name = f'catalogue_{tmp_path.name}_{len(made)}'
        (tmp_path / f'{name}.py').write_text(HEAD + textwrap.dedent(text))
        made.append(name)
        return f'{name}:{attribute}'

    yield catalogue
    for name in made:
        sys.modules.pop(name, None)


def names(*namespaces: str) -> list[str]:
    registry, errors = discovery.load_catalogues(namespaces)
    assert errors == []
    return [workaround.name for workaround in registry]


def error(*namespaces: str) -> str:
    _, [error] = discovery.load_catalogues(namespaces)
    return str(error)


def test_the_catalogues_of_the_library_are_installed() -> None:
    assert 'disable_rootwrap' in names('nova')
    assert names('placement') == ['optimize_for_wide_provider_trees']
    assert names('qemu-img') == ['fsync_image_before_convert']


def test_several_catalogues_come_in_their_order() -> None:
    assert names('qemu-img', 'placement') == [
        'fsync_image_before_convert',
        'optimize_for_wide_provider_trees',
    ]


@pytest.mark.parametrize(
    'namespaces',
    [
        ('placement', 'placement'),
        ('placement', 'workarounds.catalogs.placement:CATALOGUE'),
    ],
)
def test_a_catalogue_can_be_named_twice(namespaces: tuple[str, ...]) -> None:
    assert names(*namespaces) == ['optimize_for_wide_provider_trees']


def test_each_registry_is_a_fresh_one() -> None:
    first, _ = discovery.load_catalogues(['placement'])
    second, _ = discovery.load_catalogues(['qemu-img'])
    assert len(first) == len(second) == 1


@pytest.mark.parametrize(
    'code',
    [
        "HERE = [declare('flush')]",
        "HERE = (declare('flush'),)",
        "HERE = workarounds.Registry(declare('flush'))",
        "def HERE():\n    return [declare('flush')]",
        "def HERE():\n    yield declare('flush')",
    ],
)
def test_a_catalogue_is_a_sequence_or_what_returns_one(
    catalogue: Catalogue, code: str
) -> None:
    assert names(catalogue(code)) == ['flush']


def test_a_catalogue_can_be_deep_in_a_module(catalogue: Catalogue) -> None:
    code = "class Deep:\n    here = [declare('flush')]"
    assert names(catalogue(code, 'Deep.here')) == ['flush']


def test_a_removed_workaround_is_loaded_as_such(catalogue: Catalogue) -> None:
    namespace = catalogue("""
        HERE = [
            workarounds.RemovedWorkaround(
                name='old', options=['old'], removed_in='1.0', reason='fixed'
            )
        ]
    """)
    registry, errors = discovery.load_catalogues([namespace])
    assert errors == []
    assert [removed.name for removed in registry.removed] == ['old']


@pytest.mark.parametrize(
    ('name', 'message'),
    [
        (
            'nvoa',
            "no catalogue is called 'nvoa'; did you mean nova? Installed: ",
        ),
        (
            'qemu_img',
            "no catalogue is called 'qemu_img'; did you mean qemu-img? "
            'Installed: ',
        ),
        ('zzz', "no catalogue is called 'zzz'; installed: "),
        ('', "no catalogue is called ''; installed: "),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest_ones(
    name: str, message: str
) -> None:
    with pytest.raises(exceptions.UnknownCatalogueError) as caught:
        discovery.load_catalogues([name])
    assert str(caught.value).startswith(message)
    for installed in ('nova', 'placement', 'qemu-img'):
        assert (
            installed in str(caught.value).lower().partition('installed:')[2]
        )
    assert str(caught.value).endswith(
        '; name one that is not installed as module:attribute'
    )


@pytest.mark.parametrize(
    ('code', 'attribute', 'cause'),
    [
        ('1 / 0', 'HERE', 'ZeroDivisionError: division by zero'),
        ('raise SystemExit(0)', 'HERE', 'SystemExit: 0'),
        ('assert 0, "a\\x1b[2J"', 'HERE', r'AssertionError: a\x1b[2J'),
        ('raise GeneratorExit', 'HERE', 'GeneratorExit: '),
        (
            UNSPEAKABLE,
            'HERE',
            'UnspeakableError: a UnspeakableError that cannot be shown',
        ),
        ('import no_such_module', 'HERE', 'ModuleNotFoundError: No module '),
        ('three words here', 'HERE', 'SyntaxError: invalid syntax'),
        ('', 'HERE', 'AttributeError: module '),
        ('HERE = 1', 'HERE', 'TypeError: 1 is neither a catalogue, a seq'),
        ('HERE = "a"', 'HERE', "TypeError: 'a' is neither a catalogue, a seq"),
        (
            'HERE = ["a"]',
            'HERE',
            'DeclarationError: Catalogue None: 1 problem:\n  - declarations: '
            "'a' is neither a Workaround nor",
        ),
        ('import sys\nHERE = sys.exit', 'HERE', 'SystemExit: '),
        (
            'import workarounds as w\ndef HERE():\n'
            '    raise w.exceptions.UnknownCatalogueError("x")',
            'HERE',
            'UnknownCatalogueError: x',
        ),
        ('def HERE():\n    1 / 0', 'HERE', 'ZeroDivisionError: division by'),
        ('def HERE():\n    return None', 'HERE', 'TypeError: None is neither'),
        ('', '', 'TypeError: <module '),
        (
            "HERE = [declare('a', bugs=[], expires='soon')]",
            'HERE',
            'DeclarationError: Workaround a: 2 problems:\n  - bugs is empty',
        ),
        (
            "HERE = [declare('a'), declare('a', summary='Other.')]",
            'HERE',
            "DuplicateDeclarationError: the name 'a' is taken by another",
        ),
    ],
)
def test_a_broken_catalogue_is_reported_by_name_with_its_cause(
    catalogue: Catalogue, code: str, attribute: str, cause: str
) -> None:
    namespace = catalogue(code, attribute)
    registry, [error] = discovery.load_catalogues([namespace, 'placement'])
    assert [workaround.name for workaround in registry] == [
        'optimize_for_wide_provider_trees'
    ]
    said = re.sub(r'/\S+\.py:\d+: ', '', str(error))
    assert said.startswith(f'catalogue {namespace}: {cause}')
    assert isinstance(error, exceptions.CatalogueError)


@pytest.mark.parametrize(
    ('code', 'line'),
    [
        ('import json\njson.loads("{")', 2),
        ('import no_such_module', 1),
        ('from oslo_config import cfg\n\ncfg.BoolOpt()', 3),
        ('\nthree words here', 2),
        ('def HERE():\n    return 1 / 0', 2),
    ],
)
def test_the_line_of_the_catalogue_that_failed_is_named(
    catalogue: Catalogue, tmp_path: pathlib.Path, code: str, line: int
) -> None:
    message = error(catalogue(code))
    [file] = tmp_path.glob('*.py')
    number = line + HEAD.count('\n')
    assert f': {file}:{number}: ' in message


def test_a_module_that_is_not_there_is_reported() -> None:
    assert error('no_such_module:HERE') == (
        'catalogue no_such_module:HERE: ModuleNotFoundError: No module named '
        "'no_such_module'"
    )


def test_nothing_of_a_faulty_catalogue_is_loaded(catalogue: Catalogue) -> None:
    namespace = catalogue("HERE = [declare('a'), declare('b'), 'c']")
    registry, errors = discovery.load_catalogues([namespace])
    assert (len(registry), len(errors)) == (0, 1)


def test_a_clash_of_two_catalogues_is_reported_of_the_second(
    catalogue: Catalogue,
) -> None:
    first = catalogue('HERE = [declare("a")]')
    second = catalogue('HERE = [declare("a", enabled_by="b")]')
    registry, [error] = discovery.load_catalogues([first, second])
    assert registry.get('a').option == 'a'
    assert str(error).startswith(
        f'catalogue {second}: DuplicateDeclarationError: the name '
    )


def test_the_user_can_stop_a_catalogue_that_takes_long(
    catalogue: Catalogue,
) -> None:
    with pytest.raises(KeyboardInterrupt):
        discovery.load_catalogues([catalogue('raise KeyboardInterrupt')])


@pytest.mark.parametrize(
    ('file', 'is_told'),
    [('depot_here.py', True), ('depot_here/main.py', True), ('x.py', False)],
)
def test_a_module_of_the_current_directory_is_named(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    is_told: bool,
) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.touch()
    monkeypatch.chdir(tmp_path)
    _, [error] = discovery.load_catalogues(['depot_here:CATALOGUE'])
    hint = 'depot_here is in the current directory, which only python -m'
    assert (hint in str(error)) is is_told
