# SPDX-License-Identifier: Apache-2.0
"""What tests set is seen, one trace for each option, with its value."""

import pytest

from tests.unit.audit import code
from workarounds.source import references


@pytest.mark.parametrize(
    'text',
    [
        "self.flags(flush_images=True, group='workarounds')",
        "self.flags(group='workarounds', flush_images=True)",
        "self.flags(group=GROUP, flush_images=True)\nGROUP = 'workarounds'",
        "self.flags(group='workarounds', **{'flush_images': True})",
        "self.fixture.config(group='workarounds', flush_images=True)",
        "override_config(flush_images=True, group='workarounds')",
        "self.own_helper(flush_images=True, group='workarounds')",
        "CONF.set_override('flush_images', True, 'workarounds')",
        "CONF.set_override('flush_images', True, group='workarounds')",
        "CONF.set_override('flush_images', override=True, group=G)\n"
        "G = cfg.OptGroup('workarounds')",
        "CONF.set_override(name='flush_images', override=True, "
        "group='workarounds')",
        "driver.CONF.set_default('flush_images', True, 'workarounds')",
        "CONF.set_default('flush_images', default=True, group='workarounds')",
        "mock.patch.object(CONF.workarounds, 'flush_images', True)",
        "mock.patch.object(CONF.workarounds, 'flush_images', new=True)",
        "patch.object(CONF['workarounds'], 'flush_images', True)",
        'mock.patch.multiple(CONF.workarounds, flush_images=True)',
        "mock.patch('nova.conf.CONF.workarounds.flush_images', True)",
        "self.stub_out('nova.utils.CONF.workarounds.flush_images', True)",
        "fixtures.MonkeyPatch('nova.CONF.workarounds.flush_images', True)",
        "monkeypatch.setattr(CONF.workarounds, 'flush_images', True)",
        "monkeypatch.setattr('nova.CONF.workarounds.flush_images', True)",
        "setattr(CONF.workarounds, 'flush_images', True)",
        'CONF.workarounds.flush_images = True',
        'CONF.workarounds.flush_images: bool = True',
        "CONF.workarounds['flush_images'] = True",
        'group = CONF.workarounds\ngroup.flush_images = True',
        'from workarounds import fixture\n'
        'fixture.WorkaroundFixture(flush_images=True)',
        'from workarounds.fixture import WorkaroundFixture as F\n'
        'F(flush_images=True)',
        'import workarounds.fixture\n'
        'workarounds.fixture.WorkaroundFixture(flush_images=True)',
        'from workarounds import fixture\n'
        "fixture.WorkaroundFixture(CONF, **{'flush_images': True})",
        "def test_it(workaround):\n    workaround('flush_images', True)",
        'def test_it(workaround):\n'
        "    workaround(wanted=True, name='flush_images')",
        "def f(workaround):\n    g = lambda: workaround('flush_images', True)",
    ],
)
def test_setting(text: str) -> None:
    assert code.values(text) == [('flush_images', True)]
    assert code.found(text) == [('setting', 'flush_images')]


@pytest.mark.parametrize(
    'text',
    [
        "@mock.patch.object(CONF.workarounds, 'flush_images', True)\n"
        'def test_it(): pass',
        "@mock.patch.object(CONF.workarounds, 'flush_images', True)\n"
        'class TestIt: pass',
        "with mock.patch.object(CONF.workarounds, 'flush_images', True): pass",
    ],
)
def test_setting_around_a_test(text: str) -> None:
    assert code.values(text) == [('flush_images', True)]


@pytest.mark.parametrize(
    'text',
    [
        "CONF.clear_override('flush_images', 'workarounds')",
        "CONF.clear_override('flush_images', group='workarounds')",
        "CONF.clear_default('flush_images', group='workarounds')",
        "mock.patch.object(CONF.workarounds, 'flush_images')",
        "self.flags(flush_images=value, group='workarounds')",
        "monkeypatch.delattr(CONF.workarounds, 'flush_images')",
        'del CONF.workarounds.flush_images',
        'CONF.workarounds.flush_images, x = y',
        'for CONF.workarounds.flush_images in x: pass',
        'CONF.workarounds.flush_images = x = True',
    ],
)
def test_setting_to_what_is_not_known(text: str) -> None:
    assert code.values(text) == [('flush_images', references.UNKNOWN)]


def test_literals() -> None:
    assert code.values("""
        def test_it(workaround):
            self.flags(flush_images=['a', 'b'], group='workarounds')
            CONF.set_override('flush_delay', -5, 'workarounds')
            CONF.set_override('flush_images', None, 'workarounds')
    """) == [
        ('flush_images', ['a', 'b']),
        ('flush_delay', -5),
        ('flush_images', None),
    ]


def test_several_in_one_call() -> None:
    text = "self.flags(flush_images=True, flush_delay=3, group='workarounds')"
    assert code.values(text) == [('flush_images', True), ('flush_delay', 3)]
    assert code.marked(text) == [text, text]


def test_params() -> None:
    assert code.values("""
        from workarounds import fixture
        fixture.WorkaroundFixture(flush=True, params={'flush': {'delay': 3}})
        def test_it(workaround):
            workaround('flush', False, delay=4)
    """) == [
        ('flush', True),
        ('flush_delay', 3),
        ('flush', False),
        ('flush_delay', 4),
    ]


def test_names_nobody_declared_are_set_too() -> None:
    assert code.values("""
        from workarounds import fixture
        self.flags(flsh_images=True, group='workarounds')
        fixture.WorkaroundFixture(flsh=True)
        CONF.set_override('flsh_images', True, 'workarounds')
    """) == [('flsh_images', True), ('flsh', True), ('flsh_images', True)]


@pytest.mark.parametrize(
    'text',
    [
        "CONF.set_override(name, True, 'workarounds')",
        'mock.patch.object(CONF.workarounds, name, True)',
        'def test_it(workaround):\n    workaround(name, True)',
        'CONF.workarounds[name] = True',
        "self.flags(group='workarounds', **flags)",
        "self.flags(group='workarounds', **{name: True})",
    ],
)
def test_a_name_that_is_not_known(text: str) -> None:
    assert code.found(text) == [('computed', '')]


def test_an_augmented_assignment_reads_as_well() -> None:
    assert sorted(code.found('CONF.workarounds.flush_delay += 1')) == [
        ('computed', 'flush_delay'),
        ('setting', 'flush_delay'),
    ]


def test_the_place_is_that_of_the_call_or_the_assignment() -> None:
    assert code.marked("""
        self.useFixture(x(self.flags(
            flush_images=True, group='workarounds')))
        y = 1; CONF.workarounds.flush_images = True; z = 2
    """) == [
        "self.flags(\n    flush_images=True, group='workarounds')",
        'CONF.workarounds.flush_images = True',
    ]


@pytest.mark.parametrize(
    'text',
    [
        "self.flags(flush_images=True, group='compute')",
        'self.flags(flush_images=True)',
        "conf.register_opts(opts, group='workarounds')",
        "conf.import_opt('flush_images', 'nova.conf', group='workarounds')",
        "CONF.set_override('flush_images', True)",
        "CONF.set_override('flush_images', True, 'compute')",
        "own(kind=1, group='workarounds')",
        "mock.patch.object(driver, 'flush_images', True)",
        "mock.patch.object(self.workarounds, 'flush_images', True)",
        "mock.patch('nova.workarounds.Driver.flush_images')",
        "workaround('flush_images', True)",
        "def workaround(): pass\nworkaround('flush_images', True)",
        'WorkaroundFixture(flush_images=True)',
        'self.workarounds.flush_images = True',
        'self.workarounds = CONF.workarounds',
    ],
)
def test_what_is_no_setting(text: str) -> None:
    assert code.values(text) == []


def test_a_read_inside_a_setting_is_not_lost() -> None:
    assert code.found("""
        import workarounds
        self.flags(flush_images=workarounds.enabled('flush'),
                   group='workarounds')
        CONF.workarounds.flush_images = CONF.workarounds.disable_announce
    """) == [
        ('setting', 'flush_images'),
        ('enabled', 'flush'),
        ('setting', 'flush_images'),
        ('direct', 'disable_announce'),
    ]
