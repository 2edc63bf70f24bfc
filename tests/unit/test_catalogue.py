# SPDX-License-Identifier: Apache-2.0
"""The fields of catalogues, and which catalogues belong to a service."""

import datetime
import pathlib
from typing import Any

from oslo_config import cfg
import pytest

from tests.unit.checking import declare
from tests.unit.checking import REMOVED
import workarounds
from workarounds import exceptions
from workarounds import status as workarounds_status
from workarounds.config import options
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry

TODAY = datetime.date(2026, 11, 26)


def catalogue(**fields: Any) -> workarounds.Catalogue:
    facts: dict[str, Any] = {'project': 'nova', 'declarations': [declare()]}
    return workarounds.Catalogue(**facts | fields)


def test_a_catalogue_can_be_registered_as_a_whole() -> None:
    registry = workarounds.Registry(
        catalogue(declarations=[declare(), REMOVED])
    )
    assert [workaround.name for workaround in registry] == ['flush']
    assert registry.removed == (REMOVED,)
    assert registry.catalogue == catalogue(declarations=[declare(), REMOVED])


def test_a_list_of_declarations_can_be_registered() -> None:
    registry = workarounds.Registry()
    registry.register([declare('a'), declare('b')], declare('c'))
    assert [workaround.name for workaround in registry] == ['a', 'b', 'c']


def test_nothing_else_can_be_registered() -> None:
    # A type checker would refuse it too.
    with pytest.raises(TypeError, match="'flush' is neither a declaration"):
        workarounds.Registry('flush')  # type: ignore[arg-type]


def test_all_problems_of_a_catalogue_are_reported_together() -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        # A type checker would refuse the ignored arguments too.
        workarounds.Catalogue(
            project='no va',
            covers='34.0.0rc1',
            declarations=[1],  # type: ignore[list-item]
            config='',
            uses='qemu-img',
            release='34.0.0',  # type: ignore[call-arg]
        )
    assert [problem.split()[0] for problem in caught.value.problems] == [
        "'release'",
        'project',
        'config',
        'covers',
        'declarations:',
        'uses',
    ]


def services(**catalogues: workarounds.Catalogue) -> list[list[str]]:
    """Return the names of the workarounds of each service."""
    registry = Registry()
    for name, catalogue in catalogues.items():
        registry.add(name.replace('_', ':'), catalogue)
    return [
        [workaround.name for workaround in service]
        for service in registry.services()
    ]


NOVA = catalogue(declarations=[declare('a')], config='nova', uses=['lib'])
CINDER = catalogue(declarations=[declare('b')], config='cinder')
LIBRARY = catalogue(declarations=[declare('c')], uses=['deep'])
DEEP = catalogue(declarations=[declare('d')])


def test_each_service_has_its_own_and_what_it_uses() -> None:
    assert services(lib=LIBRARY, deep=DEEP, nova=NOVA, cinder=CINDER) == [
        ['a', 'c', 'd'],
        ['b'],
    ]


def test_two_catalogues_with_the_same_files_are_of_one_service() -> None:
    patch = catalogue(declarations=[declare('e')], config='nova')
    assert services(nova=NOVA, patch=patch) == [['a', 'e']]


def test_what_is_not_installed_belongs_to_each_service() -> None:
    assert services(nova=NOVA, cinder=CINDER, theirs_HERE=DEEP) == [
        ['a', 'd'],
        ['b', 'd'],
    ]


def test_a_declaration_is_found_again_by_the_catalogue_that_has_it() -> None:
    registry = Registry(declare('f'))
    registry.add('nova', NOVA)
    registry.add('their.module:HERE', DEEP)
    assert [registry.namespace_of(registry.get(name)) for name in 'adf'] == [
        'nova',
        'their.module:HERE',
        '',
    ]


def test_a_library_can_be_alone() -> None:
    assert services(lib=LIBRARY, deep=DEEP) == [['c', 'd']]


def test_a_library_that_a_service_does_not_use_is_refused() -> None:
    with pytest.raises(exceptions.UnusedCatalogueError) as caught:
        services(cinder=CINDER, lib=LIBRARY)
    assert str(caught.value) == (
        'catalogue lib: cinder does not use it and does not read its '
        'options; name it alone, or with a service whose catalogue says '
        "uses=['lib']"
    )


@pytest.mark.parametrize(
    ('version', 'is_in'),
    [
        ('26.0.0', True),
        ('34.1.0.dev3', True),
        ('25.1.0', True),
        ('25.3.0', True),
        ('25.0.1', False),
        ('24.2.1', False),
        ('2015.1.4', False),
        ('2026.1', None),
        ('hibiscus', None),
        (None, None),
    ],
)
def test_a_release_has_what_it_or_its_series_introduced(
    version: str | None, is_in: bool | None
) -> None:
    workaround = declare(introduced=['26.0.0', '25.1.0'])
    assert workaround.is_in(version) is is_in


@pytest.mark.parametrize(
    ('version', 'is_in'),
    [
        ('18.0.0', False),
        ('18.1.0', True),
        ('18.3.0', True),
        ('19.0.0', False),
        ('34.0.0', False),
        (None, None),
    ],
)
def test_a_removed_workaround_was_in_the_releases_between(
    version: str | None, is_in: bool | None
) -> None:
    removed = workarounds.RemovedWorkaround(
        name='old',
        options=['old'],
        introduced='18.1.0',
        removed_in='19.0.0',
        reason='fixed',
    )
    assert removed.is_in(version) is is_in


@pytest.mark.parametrize(
    ('version', 'first'),
    [('25.0.1', '25.1.0'), ('24.2.1', '25.1.0'), ('25.1.0', '26.0.0')],
)
def test_the_next_release_is_the_one_to_wait_for(
    version: str, first: str
) -> None:
    introduced = ['26.0.0', '25.1.0']
    assert releases.next_with(version, introduced) == first


@pytest.mark.parametrize(
    'introduced',
    [
        ['25.1.0', '26.0.0'],
        ['26.0.0', '26.1.0'],
        ['26.0.0', '25.1.0', '25.0.0'],
    ],
)
def test_backports_are_of_older_and_older_series(
    introduced: list[str],
) -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        declare(introduced=introduced)
    [problem] = caught.value.problems
    assert 'is not older than that of' in problem


@pytest.mark.parametrize(
    ('text', 'version'),
    [
        ('29.0.0', '29.0.0'),
        ('%(prog)s 29.0.0', '29.0.0'),
        ('Octavia 19.0.1.dev5', '19.0.1.dev5'),
        ('nova', None),
        ('29.0.0 or 30.0.0', None),
        ('', None),
    ],
)
def test_a_version_is_found_in_a_text(text: str, version: str | None) -> None:
    assert releases.find_version(text) == version


@pytest.mark.parametrize(
    ('messaging', 'is_expired'),
    [('17.3.0', False), ('20.0.0', True), (None, False)],
)
def test_an_expiry_of_a_library_is_judged_by_its_own_version(
    tmp_path: pathlib.Path, messaging: str | None, is_expired: bool
) -> None:
    registry = Registry(
        catalogue(config='nova'),
        catalogue(
            project='oslo.messaging',
            declarations=[declare('cancel', expires='20.0.0')],
        ),
    )
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    conf([])
    status = workarounds_status.read(
        registry,
        conf,
        today=TODAY,
        service_version='34.0.0',
        library_versions={'oslo.messaging': messaging} if messaging else {},
    )
    assert status.get('cancel').is_expired is is_expired
    assert status.get('flush').is_expired is False


def test_what_was_removed_before_it_came_is_refused() -> None:
    with pytest.raises(exceptions.DeclarationError) as caught:
        workarounds.RemovedWorkaround(
            name='old',
            options=['old'],
            introduced=['30.0.0', '19.1.0'],
            removed_in='20.0.0',
            reason='fixed',
        )
    assert caught.value.problems == (
        'introduced: 30.0.0 is not before the removal in 20.0.0; correct one '
        'of the two',
    )


@pytest.mark.parametrize(
    ('introduced', 'expires'),
    [
        ('6.0.0', '4.0.0'),
        ('6.0.0', '6.0.0'),
        (['6.0.0', '5.1.0'], '6.0.0'),
        ('12.0.0', '2015.1.0'),
    ],
)
def test_what_expires_before_it_comes_is_refused(
    introduced: str | list[str], expires: str
) -> None:
    first = introduced if isinstance(introduced, str) else introduced[0]
    with pytest.raises(exceptions.DeclarationError) as caught:
        declare(introduced=introduced, expires=expires)
    assert caught.value.problems == (
        f'introduced: {first} is not before the expiry in {expires}; correct '
        f'one of the two',
    )


@pytest.mark.parametrize(
    'expires',
    ['6.0.1', '2026.1.0', datetime.date(2020, 1, 1), workarounds.Never('-')],
)
def test_what_expires_after_it_came_is_accepted(expires: Any) -> None:
    assert declare(introduced='6.0.0', expires=expires).expires == expires


@pytest.mark.parametrize('fields', [{}, {'removed_in': 3}])
@pytest.mark.parametrize('introduced', ['1.0.0', 3])
def test_wrong_releases_of_a_tombstone_are_refused_together(
    fields: dict[str, Any], introduced: Any
) -> None:
    with pytest.raises(exceptions.DeclarationError, match='removed_in'):
        workarounds.RemovedWorkaround(
            name='old',
            options=[],
            introduced=introduced,
            reason='fixed',
            **fields,
        )


@pytest.mark.parametrize('field', ['introduced', 'removed_in'])
def test_the_name_of_a_series_is_no_release(field: str) -> None:
    facts: dict[str, Any] = {
        'introduced': '19.0.0',
        'removed_in': '20.0.0',
        field: '2026.1',
    }
    with pytest.raises(exceptions.DeclarationError) as caught:
        workarounds.RemovedWorkaround(
            name='old', options=['old'], reason='fixed', **facts
        )
    [problem, *_] = caught.value.problems
    assert f"{field} '2026.1' is not a release" in problem
