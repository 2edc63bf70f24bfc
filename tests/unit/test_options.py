# SPDX-License-Identifier: Apache-2.0
"""The options on a configuration, and in a sample."""

from typing import Any

from oslo_config import cfg
from oslo_config import types
import pytest

import workarounds
from workarounds import exceptions
from workarounds.config import options


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.PackageFix(
            component='qemu',
            version='2.2.0',
            packages={
                'debian:12': workarounds.Package(
                    name='qemu-utils', state='not-affected'
                )
            },
        ),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def registered(*declarations: workarounds.Workaround) -> cfg.ConfigOpts:
    conf = cfg.ConfigOpts()
    options.register_opts(conf, workarounds.Registry(*declarations))
    return conf


def sample(declaration: workarounds.Workaround) -> list[cfg.Opt]:
    [(group, opts)] = options.list_opts(workarounds.Registry(declaration))
    assert group.name == 'workarounds'
    return opts


def test_a_name_becomes_a_boolean_option_that_is_false() -> None:
    assert registered(declare()).workarounds.flush is False


def test_registering_again_and_elsewhere_is_fine() -> None:
    registry = workarounds.Registry(
        declare(deprecated_since='34.0.0', deprecated_reason='Fixed.')
    )
    first, second = cfg.ConfigOpts(), cfg.ConfigOpts()
    for conf in (first, second, first, first):
        options.register_opts(conf, registry)
    assert first.workarounds.flush is second.workarounds.flush is False


def test_registering_again_is_fine_after_oslo_config_has_warned(
    tmp_path: Any,
) -> None:
    path = tmp_path / 'a.conf'
    path.write_text('[workarounds]\nflush = true\n')
    registry = workarounds.Registry(
        declare(deprecated_since='34.0.0', deprecated_reason='Fixed.')
    )
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    conf([f'--config-file={path}'])
    assert conf.workarounds.flush is True
    options.register_opts(conf, registry)
    assert conf.workarounds.flush is True


@pytest.mark.parametrize('service_first', [True, False])
def test_the_options_of_a_service_are_the_very_objects(
    service_first: bool,
) -> None:
    toggle = cfg.ListOpt('wait_for', default=['normal'], help='Ours.')
    param = cfg.IntOpt('flush_seconds', default=3, min=1, help='Ours too.')
    registry = workarounds.Registry(
        declare(enabled_by=toggle, params={'x': param})
    )
    conf = cfg.ConfigOpts()
    if service_first:
        conf.register_opts([toggle, param], 'workarounds')
    options.register_opts(conf, registry)
    # Would raise DuplicateOptError for a copy with another help.
    conf.register_opts([toggle, param], 'workarounds')
    assert conf.workarounds.wait_for == ['normal']
    assert conf.workarounds.flush_seconds == 3


def test_an_option_that_is_alike_is_used_as_it_stands() -> None:
    present = cfg.BoolOpt('flush', default=False, help='In other words.')
    conf = cfg.ConfigOpts()
    conf.register_opt(present, 'workarounds')
    options.register_opts(conf, workarounds.Registry(declare()))
    conf.register_opt(present, 'workarounds')


@pytest.mark.parametrize(
    ('present', 'declared'),
    [
        (cfg.BoolOpt('flush', default=True), {}),
        (cfg.StrOpt('flush', default=False), {}),
        # The sample would wrongly call the option mutable.
        (cfg.BoolOpt('flush', default=False), {'mutable': True}),
        (
            cfg.IntOpt('flush_count', default=3, min=1),
            {'params': {'x': cfg.IntOpt('flush_count', default=3, min=2)}},
        ),
        (
            cfg.IntOpt('flush_count', default=3, max=9),
            {'params': {'x': cfg.IntOpt('flush_count', default=3)}},
        ),
        (
            cfg.ListOpt('wait', item_type=types.String(choices=['a'])),
            {
                'enabled_by': cfg.ListOpt(
                    'wait', item_type=types.String(choices=['a', 'b'])
                )
            },
        ),
    ],
)
def test_an_option_that_differs_is_refused_with_both_sides(
    present: cfg.Opt, declared: dict[str, Any]
) -> None:
    conf = cfg.ConfigOpts()
    conf.register_opt(present, 'workarounds')
    with pytest.raises(exceptions.OptionConflictError) as caught:
        options.register_opts(conf, workarounds.Registry(declare(**declared)))
    message = str(caught.value)
    assert f'option {present.name!r} is registered by the service as' in (
        message
    )
    assert 'but declared by the workaround flush as' in message


def test_all_options_that_differ_are_refused_together() -> None:
    conf = cfg.ConfigOpts()
    conf.register_opt(cfg.BoolOpt('flush', default=True), 'workarounds')
    conf.register_opt(cfg.BoolOpt('wait', default=True), 'workarounds')
    with pytest.raises(exceptions.OptionConflictError) as caught:
        options.register_opts(
            conf, workarounds.Registry(declare('flush'), declare('wait'))
        )
    assert len(str(caught.value).splitlines()) == 2


def test_the_group_of_the_service_stays() -> None:
    conf = cfg.ConfigOpts()
    conf.register_group(cfg.OptGroup('workarounds', title='Of the service'))
    options.register_opts(conf, workarounds.Registry(declare()))
    assert conf.workarounds.flush is False


def test_the_sample_says_everything() -> None:
    [opt] = sample(
        declare(
            disabled_by='disable_flush',
            description='It costs time.',
            mutable=True,
        )
    )
    assert opt.help == (
        'Flushes.\n\n'
        'On by default. True turns this workaround off.\n\n'
        'It costs time.\n\n'
        'Bugs:\n\n* https://bugs.example.org/1\n\n'
        'Fix:\n\n'
        '* qemu 2.2.0 upstream\n'
        '* debian:12: qemu-utils: never affected\n\n'
        'Expires: in release 35.0.0.'
    )
    assert opt.mutable is True


def test_the_sample_keeps_and_extends_the_help_of_a_service() -> None:
    toggle = cfg.BoolOpt('flush_it', default=True, help='\nIts own words.\n')
    param = cfg.IntOpt('flush_seconds', default=3, help='How long.')
    declaration = declare(
        enabled_by=toggle,
        params={'x': param},
        weakens_security=True,
        deprecated_since='34.0.0',
        deprecated_reason='Fixed.',
    )
    first, second = sample(declaration)
    assert first.help is not None
    assert second.help is not None
    assert first.help.startswith(
        'Its own words.\n\nFlushes.\n\nOn by default.'
    )
    assert 'weakens security' in first.help
    assert second.help.startswith(
        'How long.\n\nParameter of the workaround flush'
    )
    assert 'https://bugs.example.org/1' in second.help
    assert (first.deprecated_for_removal, first.deprecated_since) == (
        True,
        '34.0.0',
    )
    # The objects of the service are as they were.
    assert toggle.help == '\nIts own words.\n'
    assert toggle.deprecated_for_removal is False
    assert param.help == 'How long.'
    assert not hasattr(toggle, 'workaround')


def test_the_sample_carries_the_facts_as_fields() -> None:
    [opt] = sample(declare(disabled_by='disable_flush'))
    fields = vars(opt)['workaround']
    assert fields['name'] == 'flush'
    assert fields['polarity'] == 'disabled_by'
    assert fields['bugs'] == ['https://bugs.example.org/1']
    assert fields['fix'] == [
        'qemu 2.2.0 upstream',
        'debian:12: qemu-utils: never affected',
    ]
    assert fields['expires'] == '35.0.0'


def test_removed_workarounds_are_in_no_sample() -> None:
    removed = workarounds.RemovedWorkaround(
        name='gone', options=['gone'], removed_in='34.0.0', reason='fixed'
    )
    registry = workarounds.Registry(removed, declare())
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    [(_, opts)] = options.list_opts(registry)
    assert [opt.name for opt in opts] == ['flush']
    with pytest.raises(cfg.NoSuchOptError):
        _ = conf.workarounds.gone
    assert options.list_opts(workarounds.Registry(removed)) == []
