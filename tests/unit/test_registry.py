# SPDX-License-Identifier: Apache-2.0
"""Each name and each option is registered once."""

from concurrent import futures
import sys
import threading
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
from oslo_config import cfg
import pytest

import workarounds
from workarounds import exceptions
from workarounds.declarations.declaration import Declaration
from workarounds.declarations.toggle import OptionName

Declarations = list[Declaration]


def live(name: str, **fields: Any) -> workarounds.Workaround:
    given: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes images.',
        'bugs': ['https://bugs.launchpad.net/qemu/+bug/1368815'],
        'fix': workarounds.NoFix('why'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**(given | fields))


def gone(
    name: str, *options: str, removed_in: str = '24.0.0'
) -> workarounds.RemovedWorkaround:
    return workarounds.RemovedWorkaround(
        name=name,
        options=options or [name],
        removed_in=removed_in,
        reason='libvirt is new enough',
    )


def declarations() -> Declarations:
    """Make some of every kind, new objects each time."""
    return [
        live('fsync_image', disabled_by='disable_flush'),
        live(
            'announce',
            enabled_by=cfg.BoolOpt('enable_announce', default=True),
            params={'count': cfg.IntOpt('announce_count', default=3)},
        ),
        gone('luks', 'disable_native_luksv1'),
        live('rootwrap', enabled_by='disable_rootwrap'),
        gone('consoleauth', 'enable_consoleauth', 'consoleauth_token'),
    ]


#: Declarations that clash with the above, and the expected messages. They do
#: not clash with each other.
CLASHES: list[tuple[Declaration, list[str]]] = [
    (
        live('rootwrap', summary='Other.', enabled_by='disable_rootwrap'),
        [
            "the name 'rootwrap' is taken by another declaration: 'Flushes "
            "images.'; choose another, or make the two the same"
        ],
    ),
    (
        live('luks'),
        [
            "the name 'luks' belonged to a workaround removed in 24.0.0 and "
            'cannot be used again; choose another'
        ],
    ),
    (
        live('flush', enabled_by='disable_flush'),
        [
            'flush: the option [workarounds] disable_flush is taken by '
            'fsync_image; choose another'
        ],
    ),
    # oslo.config reads both names of the group alike.
    (
        live('fsync', enabled_by='disable_flush', group='Workarounds'),
        [
            'fsync: the option [Workarounds] disable_flush is taken by '
            'fsync_image; choose another'
        ],
    ),
    (
        live('count', enabled_by=cfg.ListOpt('announce_count')),
        [
            'count: the option [workarounds] announce_count is taken by '
            'announce; choose another'
        ],
    ),
    (
        live('token', enabled_by='consoleauth_token'),
        [
            'token: the option [workarounds] consoleauth_token belonged to '
            'consoleauth, removed in 24.0.0, and cannot be used again; '
            'choose another'
        ],
    ),
    (
        gone('fsync_image'),
        [
            "the name 'fsync_image' is taken by another declaration: "
            "'Flushes images.'; choose another, or make the two the same"
        ],
    ),
    (
        gone('announcement', 'enable_announce', 'disable_native_luksv1'),
        [
            'announcement: the option [workarounds] enable_announce is taken '
            'by announce; choose another',
            'announcement: the option [workarounds] disable_native_luksv1 '
            'belonged to luks, removed in 24.0.0, and cannot be used again; '
            'choose another',
        ],
    ),
    (
        gone('consoleauth', 'enable_consoleauth', removed_in='20.0.0'),
        [
            "the name 'consoleauth' belonged to a workaround removed in "
            '24.0.0 and cannot be used again; choose another'
        ],
    ),
]


def names(registry: workarounds.Registry) -> list[str]:
    return [workaround.name for workaround in registry]


def content(registry: workarounds.Registry) -> tuple[object, ...]:
    return tuple(registry), registry.removed


def clashes(registry: workarounds.Registry, *given: Declaration) -> list[str]:
    with pytest.raises(exceptions.DuplicateDeclarationError) as caught:
        registry.register(*given)
    return str(caught.value).split('\n')


def unknown(registry: workarounds.Registry, name: str) -> str:
    with pytest.raises(exceptions.UnknownWorkaroundError) as caught:
        registry.get(name)
    return str(caught.value)


@pytest.fixture
def registry() -> workarounds.Registry:
    return workarounds.Registry(*declarations())


@pytest.mark.parametrize('project', [3, '', 'oslo messaging', ['nova']])
def test_what_cannot_be_a_distribution_is_refused(project: Any) -> None:
    with pytest.raises(exceptions.DeclarationError, match='project'):
        workarounds.Registry(project=project)


def test_a_new_registry_is_empty() -> None:
    registry = workarounds.Registry()
    assert len(registry) == 0
    assert list(registry) == []
    assert registry.removed == ()


def test_two_registries_share_nothing(registry: workarounds.Registry) -> None:
    other = workarounds.Registry()
    other.register(live('rootwrap', summary='Other.'))
    assert names(other) == ['rootwrap']
    assert registry.get('rootwrap').summary == 'Flushes images.'


def test_live_ones_come_in_the_order_of_registration(
    registry: workarounds.Registry,
) -> None:
    registry.register(live('a'))
    assert names(registry) == ['fsync_image', 'announce', 'rootwrap', 'a']
    assert len(registry) == 4


def test_removed_ones_are_apart(registry: workarounds.Registry) -> None:
    assert [tomb.name for tomb in registry.removed] == ['luks', 'consoleauth']


@pytest.mark.parametrize(
    ('name', 'expected'),
    [
        ('fsync_image', True),
        ('disable_flush', False),
        ('luks', False),
        ('xyzzy', False),
        (5, False),
        (None, False),
        ([], False),
    ],
)
def test_only_the_names_of_live_ones_are_in_it(
    registry: workarounds.Registry, name: object, expected: bool
) -> None:
    assert (name in registry) is expected


def test_a_live_one_is_returned_as_the_object_that_was_registered() -> None:
    declared = live('fsync_image')
    registry = workarounds.Registry(declared)
    registry.register(live('fsync_image'))
    assert registry.get('fsync_image') is declared


@pytest.mark.parametrize(
    ('option', 'owner'),
    [
        ('disable_flush', 'fsync_image'),
        ('enable_announce', 'announce'),
        ('announce_count', 'announce'),
        ('disable_native_luksv1', 'luks'),
        ('consoleauth_token', 'consoleauth'),
    ],
)
def test_an_option_has_an_owner_living_or_removed(
    registry: workarounds.Registry, option: str, owner: str
) -> None:
    found = registry.find_owner(OptionName('workarounds', option))
    assert found is not None
    assert found.name == owner


@pytest.mark.parametrize('option', ['fsync_image', 'luks', 'xyzzy'])
def test_what_is_no_option_has_no_owner(
    registry: workarounds.Registry, option: str
) -> None:
    assert registry.find_owner(OptionName('workarounds', option)) is None


@pytest.mark.parametrize('name', ['fsync_imgae', 'FSYNC_IMAGE'])
def test_a_misspelt_name_raises_with_the_nearest(
    registry: workarounds.Registry, name: str
) -> None:
    assert unknown(registry, name) == (
        f'no workaround is called {name!r}; did you mean fsync_image?'
    )


def test_several_near_names_are_all_reported() -> None:
    registry = workarounds.Registry(live('skip_check_a'), live('skip_check_b'))
    message = unknown(registry, 'skip_check_c')
    assert message.startswith("no workaround is called 'skip_check_c'; ")
    _, _, near = message.partition('did you mean ')
    assert sorted(near.rstrip('?').split(' or ')) == [
        'skip_check_a',
        'skip_check_b',
    ]


@pytest.mark.parametrize('name', ['xyzzy', '', 'live-migrate', None, 5])
def test_a_name_like_no_other_raises_all_the_same(
    registry: workarounds.Registry, name: Any
) -> None:
    assert unknown(registry, name) == (
        f'no workaround is called {name!r}; check the spelling (workarounds '
        f'list shows the names), or declare it'
    )


def test_an_empty_registry_knows_nothing() -> None:
    message = unknown(workarounds.Registry(), 'fsync_image')
    assert message == (
        "no workaround is called 'fsync_image'; no workaround is registered; "
        'call workarounds.register() with the declarations first'
    )


@pytest.mark.parametrize(
    ('option', 'name'),
    [
        ('disable_flush', 'fsync_image'),
        ('enable_announce', 'announce'),
        ('announce_count', 'announce'),
    ],
)
def test_an_options_name_raises_with_the_name_of_its_workaround(
    registry: workarounds.Registry, option: str, name: str
) -> None:
    assert unknown(registry, option) == (
        f'no workaround is called {option!r}; did you mean {name} (its '
        f'option is {option})?'
    )


def test_a_workaround_is_not_reported_twice_where_its_option_is_near() -> None:
    registry = workarounds.Registry(
        live('fsync_image', disabled_by='disable_fsync_image')
    )
    assert unknown(registry, 'disable_fsync_image') == (
        "no workaround is called 'disable_fsync_image'; did you mean "
        'fsync_image (its option is disable_fsync_image)?'
    )


def test_a_former_name_raises_with_the_name_of_its_workaround() -> None:
    toggle = cfg.BoolOpt(
        'no_fsync', default=False, deprecated_name='disable_fsync_image'
    )
    registry = workarounds.Registry(live('fsync_image', disabled_by=toggle))
    assert unknown(registry, 'disable_fsync_image') == (
        "no workaround is called 'disable_fsync_image'; did you mean "
        'fsync_image (its option was disable_fsync_image)?'
    )


def test_a_removed_one_raises_and_says_when_and_why_it_went(
    registry: workarounds.Registry,
) -> None:
    with pytest.raises(exceptions.RemovedWorkaroundError) as caught:
        registry.get('luks')
    assert str(caught.value) == (
        "workaround 'luks' was removed in 24.0.0 (libvirt is new enough); "
        'delete the code that reads it'
    )


@pytest.mark.parametrize('index', range(len(declarations())))
def test_the_same_declaration_twice_is_accepted(
    registry: workarounds.Registry, index: int
) -> None:
    before = content(registry)
    registry.register(declarations()[index], declarations()[index])
    assert content(registry) == before


def test_a_service_that_has_used_its_option_can_register_again(
    registry: workarounds.Registry,
) -> None:
    before = content(registry)
    again = declarations()[1]
    assert isinstance(again, workarounds.Workaround)
    opt: Any = again.toggle
    # What oslo.config notes in an option when it has warned about it.
    opt._logged_deprecation = True
    registry.register(again)
    assert content(registry) == before


@given(
    strategies.lists(
        strategies.lists(
            strategies.integers(0, len(declarations()) - 1), max_size=6
        ),
        max_size=6,
    )
)
@settings(deadline=None)
def test_registering_the_same_again_in_any_batches_changes_nothing(
    batches: list[list[int]],
) -> None:
    registry = workarounds.Registry(*declarations())
    before = content(registry)
    for batch in batches:
        registry.register(*[declarations()[index] for index in batch])
    assert content(registry) == before


@given(strategies.permutations(range(len(declarations()))), strategies.data())
@settings(deadline=None)
def test_any_order_and_any_batches_give_the_same(
    order: list[int], data: strategies.DataObject
) -> None:
    registry = workarounds.Registry()
    cut = data.draw(strategies.integers(0, len(order)))
    for batch in (order[:cut], order[cut:], order[:cut]):
        registry.register(*[declarations()[index] for index in batch])
    expected = [declarations()[index] for index in order]
    assert [*registry] == [
        declaration
        for declaration in expected
        if isinstance(declaration, workarounds.Workaround)
    ]
    assert [*registry.removed] == [
        declaration
        for declaration in expected
        if isinstance(declaration, workarounds.RemovedWorkaround)
    ]


@pytest.mark.parametrize(
    ('declaration', 'expected'),
    CLASHES,
    ids=[
        f'{type(declaration).__name__}-{declaration.name}'
        for declaration, _ in CLASHES
    ],
)
def test_what_is_taken_is_refused_and_both_are_named(
    registry: workarounds.Registry,
    declaration: Declaration,
    expected: list[str],
) -> None:
    assert sorted(clashes(registry, declaration)) == sorted(expected)


def test_declarations_of_one_batch_clash_too() -> None:
    registry = workarounds.Registry()
    assert clashes(
        registry, live('a', enabled_by='x'), live('b', enabled_by='x')
    ) == ['b: the option [workarounds] x is taken by a; choose another']
    assert content(registry) == ((), ())


def test_a_registry_refuses_clashes_when_it_is_made() -> None:
    with pytest.raises(exceptions.DuplicateDeclarationError):
        workarounds.Registry(live('a'), live('a', summary='Other.'))


def test_an_option_may_have_the_name_of_another_workaround(
    registry: workarounds.Registry,
) -> None:
    registry.register(live('other', enabled_by='fsync_image'))
    owner = registry.find_owner(OptionName('workarounds', 'fsync_image'))
    assert owner is not None
    assert owner.name == 'other'


@given(
    strategies.sets(strategies.integers(0, len(CLASHES) - 1), min_size=1),
    strategies.randoms(use_true_random=False),
)
@settings(deadline=None)
def test_all_clashes_are_in_one_error_and_nothing_is_registered(
    chosen: set[int], random: Any
) -> None:
    registry = workarounds.Registry(*declarations())
    before = content(registry)
    batch: Declarations = [live('good'), *declarations()]
    batch += [CLASHES[index][0] for index in chosen]
    random.shuffle(batch)
    expected = [clash for index in chosen for clash in CLASHES[index][1]]
    assert sorted(clashes(registry, *batch)) == sorted(expected)
    assert content(registry) == before
    registry.register(live('good'))
    assert 'good' in registry


def test_a_reader_is_not_disturbed_by_a_registration(
    registry: workarounds.Registry,
) -> None:
    seen = []
    for workaround in registry:
        seen.append(workaround.name)
        registry.register(live(f'after_{workaround.name}'))
    assert seen == ['fsync_image', 'announce', 'rootwrap']
    assert len(registry) == 6


def test_registrations_from_many_threads_lose_nothing() -> None:
    threads, each = 8, 25
    registry = workarounds.Registry()
    start = threading.Barrier(threads)

    def work(thread: int) -> None:
        mine = [live(f'thread_{thread}_{index}') for index in range(each)]
        start.wait()
        for declaration in mine:
            registry.register(declaration, live('shared'))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with futures.ThreadPoolExecutor(threads) as pool:
            for done in [
                pool.submit(work, number) for number in range(threads)
            ]:
                done.result()
    finally:
        sys.setswitchinterval(interval)
    expected = {
        f'thread_{thread}_{index}'
        for thread in range(threads)
        for index in range(each)
    }
    assert set(names(registry)) == expected | {'shared'}
    for thread in range(threads):
        prefix = f'thread_{thread}_'
        mine = [name for name in names(registry) if name.startswith(prefix)]
        assert mine == [f'{prefix}{index}' for index in range(each)]


def test_of_threads_that_want_one_option_one_gets_it() -> None:
    threads = 8
    registry = workarounds.Registry()
    start = threading.Barrier(threads)

    def work(thread: int) -> bool:
        wanted = live(f'thread_{thread}', enabled_by='wanted')
        start.wait()
        try:
            registry.register(wanted)
        except exceptions.DuplicateDeclarationError:
            return False
        return True

    with futures.ThreadPoolExecutor(threads) as pool:
        won = list(pool.map(work, range(threads)))
    assert won.count(True) == 1
    assert names(registry) == [f'thread_{won.index(True)}']


def test_no_removed_workaround_is_suggested() -> None:
    registry = workarounds.Registry(declarations())
    with pytest.raises(exceptions.UnknownWorkaroundError) as caught:
        registry.get('consoleauht')
    assert 'did you mean' not in str(caught.value)
    with pytest.raises(exceptions.UnknownWorkaroundError) as caught:
        registry.get('consoleauth_token')
    assert 'removed in 24.0.0' in str(caught.value)
