# SPDX-License-Identifier: Apache-2.0
"""Workarounds turned on and off in tests, with ``fixtures``."""

import contextlib
from typing import Any

from oslo_config import cfg
from oslo_config import fixture as config_fixture
from oslo_config import types
import pytest

from tests import leaks
import workarounds
from workarounds import exceptions
from workarounds import fixture

GROUP = 'workarounds'

workarounds.register(
    workarounds.Workaround(
        name='fixture_flush',
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
        disabled_by='disable_fixture_flush',
        params={
            'seconds': cfg.IntOpt('fixture_flush_seconds', default=3, min=1)
        },
    ),
    workarounds.Workaround(
        name='fixture_wait',
        summary='Waits.',
        bugs=['https://bugs.example.org/2'],
        fix=workarounds.NoFix('a test'),
        expires='35.0.0',
        enabled_by=cfg.ListOpt(
            'fixture_wait_for',
            default=[],
            item_type=types.String(choices=['normal', 'direct']),
        ),
    ),
)


@pytest.fixture
def conf() -> cfg.ConfigOpts:
    made = cfg.ConfigOpts()
    workarounds.register_opts(made)
    made([], default_config_files=[], default_config_dirs=[])
    return made


def test_parameters_without_their_workaround_are_refused(
    conf: cfg.ConfigOpts,
) -> None:
    wrong: Any = {'seconds': 0}
    with (
        pytest.raises(TypeError, match="'seconds' is 0, not a mapping; write"),
        fixture.WorkaroundFixture(conf, params=wrong),
    ):
        pass


def test_the_name_of_the_workaround_counts(conf: cfg.ConfigOpts) -> None:
    with fixture.WorkaroundFixture(conf, fixture_flush=False):
        assert workarounds.enabled('fixture_flush', conf) is False
        assert conf.workarounds.disable_fixture_flush is True
    assert workarounds.enabled('fixture_flush', conf) is True
    assert conf.workarounds.disable_fixture_flush is False


def test_a_list_says_what_turns_it_on(conf: cfg.ConfigOpts) -> None:
    with fixture.WorkaroundFixture(conf, fixture_wait=['direct']):
        assert workarounds.value('fixture_wait', conf) == ['direct']
        with fixture.WorkaroundFixture(conf, fixture_wait=False):
            assert workarounds.enabled('fixture_wait', conf) is False
        assert workarounds.value('fixture_wait', conf) == ['direct']


def test_parameters(conf: cfg.ConfigOpts) -> None:
    params = {'fixture_flush': {'seconds': 9}}
    with fixture.WorkaroundFixture(conf, params=params):
        assert workarounds.param('fixture_flush', 'seconds', conf) == 9
    assert workarounds.param('fixture_flush', 'seconds', conf) == 3


def test_a_toggle_of_several_groups_is_set_in_the_one_that_is_given() -> None:
    registry = workarounds.Registry(
        workarounds.Workaround(
            name='wait',
            summary='Waits.',
            bugs=['https://bugs.example.org/1'],
            fix=workarounds.NoFix('a test'),
            expires='35.0.0',
            group=['a', 'b'],
            params={'seconds': cfg.IntOpt('seconds', default=3)},
        )
    )
    conf = cfg.ConfigOpts()
    params = {'wait': {'seconds': 9}}
    with fixture.WorkaroundFixture(conf, registry, params, 'b', wait=True):
        assert registry.enabled('wait', conf, group='a') is False
        assert registry.enabled('wait', conf, group='b') is True
        assert registry.param('wait', 'seconds', conf, group='b') == 9
        with fixture.WorkaroundFixture(conf, registry, group='a', wait=True):
            assert registry.enabled('wait', conf, group='a') is True
    assert registry.enabled('wait', conf, group='b') is False
    with pytest.raises(exceptions.UnknownGroupError, match='give group='):
        fixture.WorkaroundFixture(conf, registry, wait=True).setUp()


def test_what_was_there_before_comes_back(conf: cfg.ConfigOpts) -> None:
    conf.set_override('disable_fixture_flush', True, GROUP)
    with fixture.WorkaroundFixture(conf, fixture_flush=True):
        assert workarounds.enabled('fixture_flush', conf) is True
        with fixture.WorkaroundFixture(conf, fixture_flush=False):
            assert workarounds.enabled('fixture_flush', conf) is False
        assert workarounds.enabled('fixture_flush', conf) is True
    assert workarounds.enabled('fixture_flush', conf) is False
    conf.clear_override('disable_fixture_flush', GROUP)
    assert workarounds.enabled('fixture_flush', conf) is True


def test_nothing_is_left_where_nothing_was(conf: cfg.ConfigOpts) -> None:
    with fixture.WorkaroundFixture(conf, fixture_flush=True):
        pass
    # An override, even with the default value, would hide the change.
    conf.set_default('disable_fixture_flush', True, GROUP)
    assert workarounds.enabled('fixture_flush', conf) is False


def test_options_need_not_be_registered_before() -> None:
    conf = cfg.ConfigOpts()
    with fixture.WorkaroundFixture(conf, fixture_flush=False):
        assert workarounds.enabled('fixture_flush', conf) is False


def test_the_global_configuration_is_meant_when_none_is_given() -> None:
    workarounds.register_opts(cfg.CONF)
    with fixture.WorkaroundFixture(fixture_flush=False):
        assert workarounds.enabled('fixture_flush') is False
    assert workarounds.enabled('fixture_flush') is True


@pytest.mark.parametrize(
    ('wanted', 'error', 'message'),
    [
        ({'fixture_flusch': True}, exceptions.UnknownWorkaroundError, 'mean'),
        # The option is not the workaround.
        (
            {'disable_fixture_flush': True},
            exceptions.UnknownWorkaroundError,
            r'fixture_flush \(its option is disable_fixture_flush\)',
        ),
        (
            {'fixture_wait': True},
            exceptions.InvalidValueError,
            'give a list of values',
        ),
        ({'fixture_wait': ['x']}, exceptions.InvalidValueError, "'x'"),
        (
            {'fixture_wait': 'normal'},
            exceptions.InvalidValueError,
            'give a list of values',
        ),
        (
            {'fixture_flush': ['normal']},
            exceptions.InvalidValueError,
            'give True or False',
        ),
    ],
)
def test_mistakes_are_refused_and_leave_nothing_behind(
    conf: cfg.ConfigOpts,
    wanted: dict[str, Any],
    error: type[Exception],
    message: str,
) -> None:
    first: dict[str, Any] = {'fixture_flush': False}
    broken = fixture.WorkaroundFixture(conf, **(first | wanted))
    with pytest.raises(error, match=message):
        broken.setUp()
    assert workarounds.enabled('fixture_flush', conf) is True


def test_a_value_that_is_refused_is_cut_as_everywhere(
    conf: cfg.ConfigOpts,
) -> None:
    broken = fixture.WorkaroundFixture(
        conf, params={'fixture_flush': {'seconds': 'many\nsecret'}}
    )
    with pytest.raises(exceptions.InvalidValueError) as caught:
        broken.setUp()
    assert str(caught.value) == (
        "fixture_flush: [workarounds] fixture_flush_seconds cannot be 'many "
        "...'; accepted: an integer from 1"
    )
    assert not [
        text for text in leaks.texts_of(caught.value) if 'secret' in text
    ]


@pytest.mark.parametrize(
    ('params', 'error'),
    [
        ({'minutes': 1}, exceptions.UnknownParamError),
        ({'seconds': 0}, exceptions.InvalidValueError),
    ],
)
def test_wrong_parameters_are_refused(
    conf: cfg.ConfigOpts, params: dict[str, int], error: type[Exception]
) -> None:
    broken = fixture.WorkaroundFixture(conf, params={'fixture_flush': params})
    with pytest.raises(error):
        broken.setUp()
    assert workarounds.param('fixture_flush', 'seconds', conf) == 3


@pytest.mark.parametrize('is_first', [True, False])
def test_it_lives_with_the_fixture_of_oslo_config(
    conf: cfg.ConfigOpts, is_first: bool
) -> None:
    ours = fixture.WorkaroundFixture(conf, fixture_flush=False)
    theirs = config_fixture.Config(conf)
    with contextlib.ExitStack() as stack:
        for manager in (ours, theirs) if is_first else (theirs, ours):
            stack.enter_context(manager)
        assert workarounds.enabled('fixture_flush', conf) is False
        theirs.config(disable_fixture_flush=False, group=GROUP)
        assert workarounds.enabled('fixture_flush', conf) is True
    assert workarounds.enabled('fixture_flush', conf) is True
    conf.set_default('disable_fixture_flush', True, GROUP)
    assert workarounds.enabled('fixture_flush', conf) is False


def test_direct_overrides_work_beside_it(conf: cfg.ConfigOpts) -> None:
    conf.set_override('fixture_wait_for', ['normal'], GROUP)
    with fixture.WorkaroundFixture(conf, fixture_flush=False):
        conf.set_override('fixture_wait_for', ['direct'], GROUP)
    assert workarounds.value('fixture_wait', conf) == ['direct']
