# SPDX-License-Identifier: Apache-2.0
"""Direct reads of options are seen, whatever the group is called."""

import pytest

from tests.unit.audit import code


@pytest.mark.parametrize(
    'text',
    [
        'CONF.workarounds.flush_images',
        "CONF['workarounds']['flush_images']",
        "CONF.workarounds['flush_images']",
        "CONF['workarounds'].flush_images",
        "getattr(CONF.workarounds, 'flush_images')",
        "getattr(CONF.workarounds, 'flush_images', False)",
        "getattr(getattr(CONF, 'workarounds'), 'flush_images')",
        "getattr(CONF, 'workarounds').flush_images",
        "CONF.workarounds.get('flush_images')",
        "CONF.workarounds.get('flush_images', False)",
        'conf.workarounds.flush_images',
        'cfg.CONF.workarounds.flush_images',
        'nova.conf.CONF.workarounds.flush_images',
        'self._conf.workarounds.flush_images',
        'self.config.workarounds.flush_images',
        'app.cfg.workarounds.flush_images',
        'self.driver.CONF.workarounds.flush_images',
    ],
)
def test_direct(text: str) -> None:
    assert code.found(f'def f(self):\n    return ({text})') == [
        ('direct', 'flush_images')
    ]
    assert code.marked(f'def f(self):\n    return ({text})') == [text]


@pytest.mark.parametrize(
    ('before', 'text'),
    [
        ('from nova.conf import CONF as settings', 'settings.workarounds'),
        ('import nova.conf\nCONF = nova.conf.CONF', 'CONF.workarounds'),
        ('from oslo_config import cfg', 'cfg.CONF.workarounds'),
        ('c = CONF', 'c.workarounds'),
        ('c = CONF\nd = c', 'd.workarounds'),
        ('c = cfg.ConfigOpts()', 'c.workarounds'),
        ('group = CONF.workarounds', 'group'),
        ('workarounds = CONF.workarounds', 'workarounds'),
        ('group: object = CONF["workarounds"]', 'group'),
        ('one = other = CONF.workarounds', 'other'),
        ('G = "workarounds"', 'CONF[G]'),
        ('conf = None\nconf = conf or CONF', 'conf.workarounds'),
        (
            'try:\n    from nova.conf import CONF\n'
            'except ImportError:\n    CONF = None',
            'CONF.workarounds',
        ),
    ],
)
def test_direct_by_another_name(before: str, text: str) -> None:
    for read in (
        f'{text}.flush_images',
        f"{text}['flush_images']",
        f"getattr({text}, 'flush_images')",
    ):
        module = f'{before}\ndef f():\n    return {read}\n'
        assert code.found(module) == [('direct', 'flush_images')], module
        assert code.marked(module) == [read]


@pytest.mark.parametrize(
    'text',
    [
        """
        class Driver:
            def __init__(self, conf):
                self.group = conf.workarounds
            def f(self):
                return self.group.flush_images
        """,
        """
        class Driver:
            group = CONF.workarounds
            def f(self):
                return self.group.flush_images
        """,
        """
        class Base:
            def __init__(self):
                self._it = CONF
        class Driver(Base):
            def f(self):
                return self._it.workarounds.flush_images
        """,
        """
        class Driver:
            @property
            def conf(self):
                return CONF
            def f(self):
                return self.conf.workarounds.flush_images
        """,
        """
        def f(conf=None):
            if conf is None:
                conf = cfg.CONF
            return conf.workarounds.flush_images
        """,
        """
        def f():
            group = CONF.workarounds
            def g():
                return group.flush_images
            return g
        """,
    ],
)
def test_direct_by_an_attribute_or_a_local_name(text: str) -> None:
    assert code.found(text) == [('direct', 'flush_images')]
