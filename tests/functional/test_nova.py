# SPDX-License-Identifier: Apache-2.0
"""The catalogues, compared with the real Nova and Placement.

Their wheels are installed without their requirements, so their modules are
loaded by path.
"""

from collections.abc import Callable
from collections.abc import Mapping
import importlib.metadata
import importlib.util
import pathlib
import subprocess
import sys
import types
from typing import Any

from oslo_config import cfg
from oslo_config import fixture as config_fixture
from oslo_config import generator
import pytest

import workarounds
from workarounds.catalogs import nova
from workarounds.catalogs import placement
from workarounds.config import options
from workarounds.config.lookup import Lookup

EXAMPLE = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/nova/workarounds_conf.py'
)


def load(distribution: str, path: str) -> types.ModuleType:
    found = importlib.metadata.distribution(distribution).locate_file(path)
    spec = importlib.util.spec_from_file_location('real', str(found))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope='module')
def of_nova() -> types.ModuleType:
    assert importlib.metadata.version('nova') == '34.0.0'
    return load('nova', 'nova/conf/workarounds.py')


@pytest.fixture(scope='module')
def of_placement() -> types.ModuleType:
    return load('openstack-placement', 'placement/conf/workarounds.py')


def facts(opts: Any) -> dict[str, dict[str, Any]]:
    """Return the visible fields of an option in a sample, without its help."""
    return {
        opt.name: {
            'class': type(opt),
            'type': opt.type,
            'default': opt.default,
            'sample_default': opt.sample_default,
            'mutable': opt.mutable,
            'deprecated': opt.deprecated_for_removal,
            'deprecated_since': opt.deprecated_since,
        }
        for opt in opts
    }


def ours(declarations: Any) -> list[cfg.Opt]:
    registry = workarounds.Registry(*declarations)
    [(_, opts)] = options.list_opts(registry)
    return opts


def test_the_options_of_nova_are_the_same(of_nova: types.ModuleType) -> None:
    assert facts(ours(nova.CATALOGUE.declarations)) == facts(of_nova.ALL_OPTS)


def test_the_options_of_placement_are_the_same(
    of_placement: types.ModuleType,
) -> None:
    [theirs] = dict(of_placement.list_opts()).values()
    assert facts(ours(placement.CATALOGUE.declarations)) == facts(theirs)


def machine_readable(
    list_opts: Callable[[], Mapping[Any, Any]],
) -> dict[str, dict[str, Any]]:
    """Return the sample of a module's options by oslo-config-generator."""
    conf = cfg.ConfigOpts()
    generator.register_cli_opts(conf)
    arguments = ['--namespace', 'nova']
    conf(arguments, default_config_files=[], default_config_dirs=[])
    groups = generator._get_groups([('nova', list_opts().items())])
    data: Any = generator._generate_machine_readable_data(groups, conf)
    return {opt['name']: opt for opt in data['options']['workarounds']['opts']}


def test_a_short_module_replaces_the_one_of_nova(
    of_nova: types.ModuleType,
) -> None:
    # In a process of its own: it declares for the whole process.
    script = f"""
import runpy, sys
sys.path.insert(0, {str(EXAMPLE.parents[4])!r})
from oslo_config import cfg
import workarounds
from tests.functional import test_nova
module = runpy.run_path({str(EXAMPLE)!r})
made = test_nova.machine_readable(module['list_opts'])
real = test_nova.load('nova', 'nova/conf/workarounds.py')
theirs = test_nova.machine_readable(real.list_opts)
assert made.keys() == theirs.keys()
for name, opt in theirs.items():
    for field in ('type', 'default', 'choices', 'min', 'max', 'mutable',
                  'deprecated_for_removal', 'deprecated_since', 'dest'):
        assert made[name][field] == opt[field], (name, field)
conf = cfg.ConfigOpts()
module['register_opts'](conf)
conf([], default_config_files=[], default_config_dirs=[])
print(conf.workarounds.disable_rootwrap)
print(conf.workarounds.handle_virt_lifecycle_events)
print(workarounds.enabled('ignore_virt_lifecycle_events', conf=conf))
"""
    done = subprocess.run(
        [sys.executable, '-c', script],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ''
    assert done.stdout.split() == ['False', 'True', 'False']


def test_the_catalogue_works_beside_the_module_of_nova(
    of_nova: types.ModuleType,
) -> None:
    conf = cfg.ConfigOpts()
    of_nova.register_opts(conf)
    registry = workarounds.Registry(*nova.CATALOGUE.declarations)
    options.register_opts(conf, registry)
    of_nova.register_opts(conf)
    assert conf.workarounds.handle_virt_lifecycle_events is True


def test_the_options_of_nova_can_be_handed_over_one_by_one(
    of_nova: types.ModuleType,
) -> None:
    [toggle] = [
        opt
        for opt in of_nova.ALL_OPTS
        if opt.name == 'wait_for_vif_plugged_event_during_hard_reboot'
    ]
    registry = workarounds.Registry(
        workarounds.Workaround(
            name='wait_for_vif_plugged_event_during_hard_reboot',
            summary='Waits for the event before the guest runs.',
            bugs=['https://bugs.launchpad.net/nova/+bug/1946729'],
            fix=workarounds.ManualFix('the networking backend'),
            expires=workarounds.Unstated('Nova does not say'),
            enabled_by=toggle,
        )
    )
    for nova_first in (True, False):
        conf = cfg.ConfigOpts()
        if nova_first:
            of_nova.register_opts(conf)
        options.register_opts(conf, registry)
        of_nova.register_opts(conf)
        assert conf.workarounds.disable_rootwrap is False
        assert getattr(conf.workarounds, toggle.name) == []


def test_direct_reads_and_flags_work_beside_enabled(
    of_nova: types.ModuleType,
) -> None:
    conf = cfg.ConfigOpts()
    of_nova.register_opts(conf)
    registry = workarounds.Registry(*nova.CATALOGUE.declarations)
    options.register_opts(conf, registry)
    lookup = Lookup(registry)
    name = 'ignore_virt_lifecycle_events'
    with config_fixture.Config(conf) as flags:
        assert lookup.enabled(name, conf) is False
        # As self.flags(..., group='workarounds') in Nova's tests does.
        flags.config(handle_virt_lifecycle_events=False, group='workarounds')
        assert conf.workarounds.handle_virt_lifecycle_events is False
        assert lookup.enabled(name, conf) is True
    assert lookup.enabled(name, conf) is False
    conf.set_override('enable_qemu_monitor_announce_self', True, 'workarounds')
    assert lookup.enabled('qemu_monitor_announce_self', conf) is True
    assert lookup.param('qemu_monitor_announce_self', 'count', conf) == 3


def test_the_help_is_written_anew(
    of_nova: types.ModuleType,
) -> None:
    # Sentences of Nova's own that are long enough to be its own.
    theirs = {
        sentence.strip()
        for opt in of_nova.ALL_OPTS
        for sentence in ' '.join(opt.help.split()).split('. ')
        if len(sentence) > 40
    }
    texts = ' '.join(
        ' '.join(f'{workaround.summary} {workaround.description}'.split())
        for workaround in workarounds.Registry(*nova.CATALOGUE.declarations)
    )
    assert [sentence for sentence in theirs if sentence in texts] == []
