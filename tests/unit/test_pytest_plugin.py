# SPDX-License-Identifier: Apache-2.0
"""Workarounds turned on and off in tests, with pytest."""

import pytest

CONFTEST = """
import pytest
from oslo_config import cfg
import workarounds

workarounds.register(
    workarounds.Workaround(
        name='flush', summary='Flushes.', bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'), expires='35.0.0',
        disabled_by='disable_flush',
        params={'seconds': cfg.IntOpt('flush_seconds', default=3)},
    ),
    workarounds.Workaround(
        name='wait', summary='Waits.', bugs=['https://bugs.example.org/2'],
        fix=workarounds.NoFix('a test'), expires='35.0.0',
    ),
)
workarounds.register_opts(cfg.CONF)
"""
IMPORTS = """
from oslo_config import cfg
from oslo_config import fixture as config_fixture
import pytest
import workarounds

CONF = cfg.CONF

@pytest.fixture
def config():
    with config_fixture.Config() as made:
        yield made.config
"""


def run(pytester: pytest.Pytester, tests: str) -> pytest.RunResult:
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(IMPORTS + tests)
    return pytester.runpytest_subprocess('-p', 'no:cacheprovider')


def test_it_turns_on_and_off_and_back(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
def test_first(workaround):
    workaround('flush', False, seconds=9)
    assert not workarounds.enabled('flush')
    assert workarounds.param('flush', 'seconds') == 9
    workaround('flush', True)
    assert workarounds.enabled('flush')

def test_second():
    assert workarounds.enabled('flush')
    assert workarounds.param('flush', 'seconds') == 3
""",
    )
    result.assert_outcomes(passed=2)


def test_unknown_names_are_refused(pytester: pytest.Pytester) -> None:
    result = run(
        pytester,
        """
def test_it(workaround):
    workaround('flusch', False)
""",
    )
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(['*did you mean flush*'])


def test_a_test_that_leaks_an_override_is_reported(
    pytester: pytest.Pytester,
) -> None:
    result = run(
        pytester,
        """
def test_it(workaround):
    workaround('flush', False)
    CONF.set_override('wait', True, 'workarounds')

def test_next():
    assert workarounds.enabled('flush')
    assert not workarounds.enabled('wait')
""",
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(['*LeakedOverrideError: *wait*'])


def test_overrides_that_another_fixture_puts_back_are_none_of_its_business(
    pytester: pytest.Pytester,
) -> None:
    result = run(
        pytester,
        """
def test_it(config, workaround):
    config(wait=True, group='workarounds')
    assert workarounds.enabled('wait')

def test_other_way_round(workaround, config):
    config(wait=True, group='workarounds')
""",
    )
    result.assert_outcomes(passed=2)


def test_a_project_can_name_its_own_configuration(
    pytester: pytest.Pytester,
) -> None:
    result = run(
        pytester,
        """
@pytest.fixture
def workaround_conf():
    return cfg.ConfigOpts()

def test_it(workaround, workaround_conf):
    workaround('flush', False)
    assert not workarounds.enabled('flush', conf=workaround_conf)
    assert workarounds.enabled('flush')
""",
    )
    result.assert_outcomes(passed=1)
