# SPDX-License-Identifier: Apache-2.0
"""Messages about data that breaks a schema, keyword by keyword."""

import importlib.resources
import json
from typing import Any

import jsonschema
import pytest

from workarounds.advice.facts import schema as facts_schema
from workarounds.advice.facts.schema import Path

SCHEMAS = ('advise', 'data', 'host', 'matrix')
URL = 'https://bugs.example/1'
HOST = {'schema': '1', 'platform': 'debian:12'}
PLATFORM = {'title': 'Debian', 'source': 's', 'packages': 'dpkg'}
PACKAGE = {'name': 'p', 'fixed_in': '1', 'evidence': URL}
PLACE = ('fixes', 'c', URL, 'packages', 'a:1')


def host(**fields: Any) -> dict[Path, list[str]]:
    return facts_schema.problems({**HOST, **fields}, 'host')


def data(**sections: Any) -> dict[Path, list[str]]:
    facts = {'schema': '1', 'as_of': '2026-11-23', **sections}
    return facts_schema.problems(facts, 'data')


def package(**fields: Any) -> dict[Path, list[str]]:
    """Return the problems of a package; fields that are None are left out."""
    row = {k: v for k, v in {**PACKAGE, **fields}.items() if v is not None}
    return data(fixes={'c': {URL: {'packages': {'a:1': row}}}})


# Their texts.


def test_each_schema_that_there_is_is_tested_here() -> None:
    assert facts_schema.__package__
    schemas = importlib.resources.files(facts_schema.__package__) / 'schemas'
    names = (path.name for path in schemas.iterdir())
    found = sorted(name for name in names if name.endswith('.json'))
    assert found == [f'{name}.json' for name in SCHEMAS]


@pytest.mark.parametrize('name', SCHEMAS)
def test_the_text_of_a_schema_is_valid_json_schema(name: str) -> None:
    schema = json.loads(facts_schema.text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema['$schema'] == 'https://json-schema.org/draft/2020-12/schema'
    assert schema['title']


@pytest.mark.parametrize('name', ['no-such', '../_schema', ''])
def test_a_schema_that_is_not_there_has_no_text(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        facts_schema.text(name)


@pytest.mark.parametrize('name', ['data', 'host'])
def test_each_part_that_can_be_wrong_says_what_is_expected(name: str) -> None:
    # The message about a wrong part ends in its description.
    without = []

    def look(schema: Any, path: str) -> None:
        if isinstance(schema, list):
            for number, item in enumerate(schema):
                look(item, f'{path}/{number}')
        if not isinstance(schema, dict):
            return
        named = path.endswith('/properties')
        wants = {'type', 'enum', 'pattern', 'format'} & set(schema)
        is_a_condition = path.endswith('/if')
        is_a_part = wants and not named and not is_a_condition
        if is_a_part and not schema.get('description'):
            without.append(path)
        for key, value in schema.items():
            look(value, f'{path}/{key}')

    look(json.loads(facts_schema.text(name)), '')
    assert without == []


# The message, by keyword.


def test_of_what_is_right_nothing_is_said() -> None:
    assert host() == {}
    assert data() == {}
    assert package() == {}
    assert package(fixed_in=None, state='unfixed') == {}


def test_required_names_each_field_that_is_missing() -> None:
    assert facts_schema.problems({}, 'host') == {
        (): ["'schema' is missing; add it", "'platform' is missing; add it"]
    }
    assert facts_schema.problems({'schema': '1'}, 'host') == {
        (): ["'platform' is missing; add it"]
    }
    assert data(platforms={'a:1': {'title': 't'}}) == {
        ('platforms', 'a:1'): [
            "'source' is missing; add it",
            "'packages' is missing; add it",
        ]
    }


@pytest.mark.parametrize(
    ('there', 'missing'), [('probe', 'ask'), ('ask', 'probe')]
)
def test_dependent_required_names_what_belongs_to_a_field(
    there: str, missing: str
) -> None:
    row = {'title': 'C', there: 'x'}
    assert data(components={'c': row}) == {
        ('components', 'c'): [f"'{missing}' is missing; add it"]
    }


@pytest.mark.parametrize(
    ('field', 'cure'),
    [
        ('packges', "did you mean 'packages'?"),
        ('Platform', "did you mean 'platform'?"),
        (
            'x',
            'known are schema, platform, package_manager, packages, '
            'components, service_version, contents, service',
        ),
        (
            '',
            'known are schema, platform, package_manager, packages, '
            'components, service_version, contents, service',
        ),
    ],
)
def test_additional_properties_are_reported_with_near_names(
    field: str, cure: str
) -> None:
    assert host(**{field: '1'}) == {(field,): [f'is unknown here; {cure}']}


def test_each_additional_property_has_its_own_place() -> None:
    assert host(packages={'a': {'version': '1', 'vendr': 'x', 'q': 'y'}}) == {
        ('packages', 'a', 'vendr'): [
            "is unknown here; did you mean 'vendor'?"
        ],
        ('packages', 'a', 'q'): ['is unknown here; known are version, vendor'],
    }


@pytest.mark.parametrize(
    'fields', [{'fixed_in': None}, {'state': 'unfixed'}], ids=['none', 'both']
)
def test_one_of_names_the_two_of_which_one_is_needed(
    fields: dict[str, str | None],
) -> None:
    assert package(**fields) == {
        PLACE: ['must have one of fixed_in or state; give exactly one']
    }


@pytest.mark.parametrize('value', ['x' * 1001, '\n' * 1001, '\x00' * 1001])
def test_max_length_is_reported_without_the_text(value: str) -> None:
    assert host(platform={'unknown': value}) == {
        ('platform', 'unknown'): [
            'is 1001 characters long; at most 1000 make sense'
        ]
    }
    assert host(platform={'unknown': 'x' * 1000}) == {}


@pytest.mark.parametrize(
    ('name', 'problem'),
    [
        ('a b', "'a b' is not the name of a package"),
        ('', "'' is not the name of a package"),
        ('a\n', r"'a\n' is not the name of a package"),
        ('\x1b[0m', r"'\x1b[0m' is not the name of a package"),
        ('x' * 201, 'is 201 characters long; at most 200 make sense'),
        ('-' * 201, 'is 201 characters long; at most 200 make sense'),
    ],
)
def test_property_names_are_reported_where_the_name_stands(
    name: str, problem: str
) -> None:
    assert host(packages={'a': {'version': '1'}, name: {'version': '1'}}) == {
        ('packages', name): [problem]
    }


def test_a_name_and_what_it_names_can_both_be_wrong() -> None:
    assert host(packages={'a b': {}}) == {
        ('packages', 'a b'): [
            "'a b' is not the name of a package",
            "'version' is missing; add it",
        ]
    }


@pytest.mark.parametrize(
    ('value', 'shown'),
    [
        ('apt', "'apt'"),
        ('DPKG', "'DPKG'"),
        ('x' * 61, f"'{'x' * 60}...'"),
        ('\x1b[31m', r"'\x1b[31m'"),
        ([], 'an empty list'),
        (['dpkg'], 'a list'),
        ({}, 'a mapping'),
    ],
)
def test_enum_names_all_that_can_be_chosen(value: object, shown: str) -> None:
    row = {**PLATFORM, 'packages': value}
    assert data(platforms={'a:1': row}) == {
        ('platforms', 'a:1', 'packages'): [f'{shown} is not dpkg or rpm']
    }


@pytest.mark.parametrize('version', ['2', '', '1.0', '01'])
def test_another_schema_version_is_reported(version: str) -> None:
    assert host(schema=version) == {
        ('schema',): [
            f"'{version}' is not 1, the schema version of host files that "
            f'this release reads'
        ]
    }


@pytest.mark.parametrize(
    ('value', 'shown'),
    [
        ('text', "'text'"),
        ('', "''"),
        ([], 'an empty list'),
        ([{}], 'a list'),
    ],
)
def test_type_says_what_is_expected(value: object, shown: str) -> None:
    assert host(packages=value) == {
        ('packages',): [f'{shown} is not a mapping of packages']
    }
    assert facts_schema.problems(value, 'data') == {
        (): [
            f'{shown} is not a mapping with schema, as_of, components, '
            f'platforms, ships, series, services and fixes'
        ]
    }


def test_min_items_calls_an_empty_list_by_its_name() -> None:
    row = {**PLATFORM, 'marks': [], 'vendors': ['v']}
    assert data(platforms={'a:1': row}) == {
        ('platforms', 'a:1', 'marks'): [
            'an empty list is not a list of marks in the versions of its '
            'packages'
        ]
    }


@pytest.mark.parametrize(
    'date', ['yesterday', '2026-02-30', '2026-1-1', '20260101', '', '\n']
)
def test_format_and_pattern_are_reported_once(date: str) -> None:
    row = {**PLATFORM, 'released': date}
    [[problem]] = data(platforms={'a:1': row}).values()
    shown = repr(date)
    assert problem == f'{shown} is not a date such as 2028-06-30'


@pytest.mark.parametrize(
    ('fields', 'problem'),
    [
        # Nothing is needed where something is too long.
        (
            {'name': ' ' * 201},
            'is 201 characters long; at most 200 make sense',
        ),
        ({'name': ['p']}, 'a list is not the name of a package'),
    ],
)
def test_of_several_faults_of_one_part_the_worst_is_reported(
    fields: dict[str, Any], problem: str
) -> None:
    assert package(**fields) == {(*PLACE, 'name'): [problem]}


def test_a_part_that_lacks_fields_is_reported_of_them_first() -> None:
    assert package(name=None, evidence=None, fixed_in=None) == {
        PLACE: [
            "'name' is missing; add it",
            "'evidence' is missing; add it",
        ]
    }


def test_faults_of_several_parts_are_all_reported() -> None:
    assert package(name='a b', evidence='bug 7', state='gone', x='1') == {
        (*PLACE, 'name'): ["'a b' is not the name of a package"],
        (*PLACE, 'evidence'): ["'bug 7' is not an absolute http(s) URL"],
        (*PLACE, 'state'): [
            "'gone' is not unfixed, not-affected, wont-fix, end-of-life or "
            'undetermined'
        ],
        (*PLACE, 'x'): [
            'is unknown here; known are name, fixed_in, state, evidence'
        ],
        PLACE: ['must have one of fixed_in or state; give exactly one'],
    }


# How values are shown.


@pytest.mark.parametrize(
    ('value', 'shown'),
    [
        ('a', "'a'"),
        ('a\nb', r"'a\nb'"),
        ('x' * 60, f"'{'x' * 60}'"),
        ('x' * 61, f"'{'x' * 60}...'"),
        (7, "'7'"),
        ({}, 'a mapping'),
        ({'a': 'b'}, 'a mapping'),
        ([], 'an empty list'),
        (['a'], 'a list'),
    ],
)
def test_a_value_is_shown_as_far_as_it_is_worth_showing(
    value: object, shown: str
) -> None:
    assert facts_schema.shown(value) == shown
