# SPDX-License-Identifier: Apache-2.0
"""A project's own options of the group are found, and no others."""

import pytest

from tests.unit.audit import code

OPTS = "OPTS = [cfg.BoolOpt('one'), cfg.ListOpt('tw-o', help='x')]\n"


@pytest.mark.parametrize(
    'text',
    [
        "GROUP = cfg.OptGroup('workarounds')\n" + OPTS,
        "GROUP = cfg.OptGroup(name='workarounds', title='x')\n" + OPTS,
        OPTS + "conf.register_opts(OPTS, group='workarounds')",
        OPTS + "conf.register_opts(OPTS, 'workarounds')",
        OPTS + "def f(conf):\n    conf.register_cli_opts(OPTS, 'workarounds')",
        OPTS + 'def f(conf):\n    conf.register_opts(OPTS, group=GROUP)\n'
        "GROUP = cfg.OptGroup('workarounds')",
        OPTS + "for opt in OPTS: conf.register_opt(opt, group='workarounds')",
        OPTS + "def list_opts(): return {'workarounds': OPTS}",
        OPTS + "def list_opts(): return [('workarounds', OPTS)]",
        OPTS + "conf.register_opts(OPTS, group='workarounds')\n"
        "MORE = [cfg.BoolOpt('three')]\nconf.register_opts(MORE)",
        "ONE = cfg.BoolOpt('one')\nTWO = [cfg.ListOpt('two')]\n"
        "OPTS = [ONE] + TWO\nconf.register_opts(OPTS, group='workarounds')\n"
        "conf.register_opts([cfg.BoolOpt('x')], group='compute')",
        "ONE = [cfg.BoolOpt('one')]\n"
        "conf.register_opts([*ONE, cfg.Opt('two')], group='workarounds')\n"
        "conf.register_opts([cfg.BoolOpt('x')], group='compute')",
        "conf.register_opt(cfg.BoolOpt('one'), group='workarounds')\n"
        "conf.register_opt(opt=cfg.BoolOpt('two'), group='workarounds')\n"
        "conf.register_opt(cfg.BoolOpt('three'), group='compute')",
    ],
)
def test_options_of_the_group(text: str) -> None:
    names = [name for _, name in code.found(text, 'option')]
    assert [name.replace('tw_o', 'two') for name in names] == ['one', 'two']


@pytest.mark.parametrize(
    'text',
    [
        OPTS,
        OPTS + 'conf.register_opts(OPTS)',
        OPTS + "conf.register_opts(OPTS, group='compute')",
        OPTS + "x = 'workarounds'",
        "cfg.OptGroup('workarounds')\nBoolOpt",
        "cfg.OptGroup('workarounds')\ncfg.DeprecatedOpt('one')",
        "cfg.OptGroup('workarounds')\ncfg.BoolOpt(name)",
        'import workarounds\ncfg.OptGroup("workarounds")\n'
        "workarounds.Workaround(name='x', enabled_by=cfg.BoolOpt('y'))",
    ],
)
def test_no_options_of_the_group(text: str) -> None:
    assert code.found(text, 'option') == []


def test_the_place_is_that_of_the_call() -> None:
    text = """
        GROUP = cfg.OptGroup('workarounds')
        OPTS = [
            cfg.BoolOpt(
                'one',
                help='one'),
        ]
    """
    assert code.marked(text, 'option') == [
        "cfg.BoolOpt(\n        'one',\n        help='one')"
    ]
    assert code.found(text, 'mention') == []
