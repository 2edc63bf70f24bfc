# SPDX-License-Identifier: Apache-2.0
"""The text of the sample file, and the output of the validator."""

import functools
import io
import json
import pathlib
import re
import subprocess
from typing import Any

from oslo_config import cfg
from oslo_config import generator
import pytest
from stevedore.extension import ExtensionManager
import yaml

from tests import capabilities
from tests.functional import advising
from tests.functional import command_line

#: The options of each catalogue, and the text that says what True means.
ON = 'Off by default. True turns this workaround on.'
PARAMETER = (
    'Parameter of the workaround qemu_monitor_announce_self (see the option '
    'enable_qemu_monitor_announce_self). Removed together with it.'
)
OPTIONS = {
    'workarounds.nova': {
        'disable_rootwrap': ON,
        'disable_libvirt_livesnapshot': ON,
        'handle_virt_lifecycle_events': (
            'Off by default. True turns this workaround off.'
        ),
        'disable_group_policy_check_upcall': ON,
        'enable_numa_live_migration': ON,
        'ensure_libvirt_rbd_instance_dir_cleanup': ON,
        'disable_fallback_pcpu_query': ON,
        'never_download_image_if_on_rbd': ON,
        'reserve_disk_resource_for_image_cache': ON,
        'libvirt_disable_apic': ON,
        'wait_for_vif_plugged_event_during_hard_reboot': (
            'Off by default. A list that is not empty turns this workaround '
            'on.'
        ),
        'enable_qemu_monitor_announce_self': ON,
        'qemu_monitor_announce_self_count': PARAMETER,
        'qemu_monitor_announce_self_interval': PARAMETER,
        'disable_compute_service_check_for_ffu': ON,
        'unified_limits_count_pcpu_as_vcpu': ON,
        'skip_cpu_compare_on_dest': ON,
        'skip_cpu_compare_at_startup': ON,
        'skip_hypervisor_version_check_on_lm': ON,
        'skip_reserve_in_use_ironic_nodes': ON,
        'disable_deep_image_inspection': ON,
    },
    'workarounds.placement': {'optimize_for_wide_provider_trees': ON},
    'workarounds.qemu-img': {
        'disable_fsync_before_convert': (
            'On by default. True turns this workaround off.'
        ),
    },
}
ALL = [
    (namespace, name) for namespace in OPTIONS for name in OPTIONS[namespace]
]

FSYNC = """\
# Flushes a downloaded image to disk before qemu-img converts it.
#
# On by default. True turns this workaround off.
#
# Without the workaround, an affected qemu-img can read parts of the
# image that are not on disk yet and write a corrupt raw image.
# Flushing costs time.
#
# Fixed upstream in QEMU 2.2.0. Distributions have backported the fix
# without changing the QEMU version, so check the version of the
# package.
#
# Bugs:
#
# * https://bugs.launchpad.net/qemu/+bug/1368815
#
# Fix:
#
# * qemu 2.2.0 upstream
#
# Expires: not stated (several services with different versions share
# this catalogue). (boolean value)
# Note: This option can be changed without restarting.
#disable_fsync_before_convert = false
"""


@functools.cache
def generate(form: str, *namespaces: str) -> str:
    """Run oslo-config-generator as the maintainers of a service do."""
    done = command_line.call_main(
        generator.main,
        'oslo-config-generator',
        f'--format={form}',
        *(f'--namespace={namespace}' for namespace in namespaces),
    )
    assert (done.returncode, done.stderr) == (0, '')
    return done.stdout


def plain(text: str) -> str:
    """Return a text without the line breaks that each format makes."""
    return ' '.join(text.split()).replace('- ', '-')


@functools.cache
def texts(form: str, namespace: str) -> dict[str, str]:
    """Return the text of a format about each option."""
    sample = generate(form, namespace)
    if form in ('json', 'yaml'):
        return {name: field['help'] for name, field in fields(form, namespace)}
    found = {}
    if form == 'rst':
        for part in sample.split('.. oslo.config:option:: ')[1:]:
            name, _, text = part.partition('\n')
            found[name] = text
    else:
        comment: list[str] = []
        for line in sample.splitlines():
            comment.append(line.removeprefix('#'))
            if option := re.match(r'#(\w+) =', line):
                found[option[1]] = '\n'.join(comment)
            if not line or option:
                comment.clear()
    return found


def fields(form: str, namespace: str) -> list[tuple[str, dict[str, Any]]]:
    sample = generate(form, namespace)
    data = json.loads(sample) if form == 'json' else yaml.safe_load(sample)
    return [
        (option['name'], option)
        for option in data['options']['workarounds']['opts']
    ]


@pytest.mark.parametrize('form', ['ini', 'json', 'yaml', capabilities.RST])
@pytest.mark.parametrize('namespace', OPTIONS)
def test_each_option_is_in_the_sample(namespace: str, form: str) -> None:
    assert sorted(texts(form, namespace)) == sorted(OPTIONS[namespace])


@pytest.mark.parametrize('form', ['ini', 'json', 'yaml', capabilities.RST])
@pytest.mark.parametrize(('namespace', 'name'), ALL)
def test_each_option_says_all_that_an_operator_needs(
    namespace: str, name: str, form: str
) -> None:
    text = texts(form, namespace)[name]
    said = plain(text)
    facts = dict(fields('json', namespace))[name]['workaround']
    assert plain(OPTIONS[namespace][name]) in said
    if name not in facts['params']:
        assert plain(facts['summary']) in said
    assert ('Bugs: none stated (' in said) is not bool(facts['bugs'])
    for bug in facts['bugs']:
        assert re.search(rf'^ *\* {re.escape(bug)}$', text, re.MULTILINE)
    heading = '^ *(Fix|Fixes, all of them required):$'
    assert re.search(heading, text, re.MULTILINE)
    for where in facts['fix']:
        assert f'* {plain(where)}' in said
    assert 'Expires: not stated (' in said


def test_the_sample_of_an_option_reads_well() -> None:
    assert generate('ini', 'workarounds.qemu-img').endswith(FSYNC)


def test_the_group_is_introduced_in_lines_of_full_length() -> None:
    sample = generate('ini', 'workarounds.qemu-img')
    _, _, sample = sample.partition('[workarounds]\n')
    *lines, _ = sample.partition('\n\n')[0].removeprefix('#\n').splitlines()
    assert lines[0].startswith('# Temporary code for bugs, most of them in ')
    assert min(map(len, lines)) >= 55


@pytest.mark.parametrize(
    ('form', 'note'),
    [
        ('ini', '# Note: This option can be changed without restarting.\n'),
        pytest.param(
            'rst',
            ':Mutable: This option can be changed without restarting.\n',
            marks=capabilities.RST.marks,
        ),
        ('json', '"mutable": true'),
        ('yaml', 'mutable: true\n'),
    ],
)
def test_the_sample_says_what_can_change_without_a_restart(
    form: str, note: str
) -> None:
    assert note in generate(form, 'workarounds.qemu-img')
    assert note not in generate(form, 'workarounds.nova')


@pytest.mark.parametrize('form', ['ini', 'json', 'yaml', capabilities.RST])
def test_the_sample_says_what_weakens_security(form: str) -> None:
    weak = [
        name
        for name, text in texts(form, 'workarounds.nova').items()
        if 'Warning: this workaround weakens security while it is on.'
        in plain(text)
    ]
    assert weak == ['disable_deep_image_inspection']


def test_the_sample_says_what_is_deprecated_since_when_and_why() -> None:
    found = texts('ini', 'workarounds.nova')
    deprecated = sorted(
        name for name in found if 'DEPRECATED: ' in found[name]
    )
    assert deprecated == [
        'disable_fallback_pcpu_query',
        'disable_libvirt_livesnapshot',
        'enable_numa_live_migration',
    ]
    assert (
        'This option is deprecated for removal since 19.0.0. Its value may be '
        'silently ignored in the future. Reason: It is for libvirt 1.2.2, '
        'which Nova no longer supports.'
    ) in plain(found['disable_libvirt_livesnapshot'])


@pytest.mark.parametrize('form', ['json', 'yaml'])
def test_machines_get_the_facts_as_fields(form: str) -> None:
    [(name, option)] = fields(form, 'workarounds.qemu-img')
    assert name == 'disable_fsync_before_convert'
    assert option['workaround'] == {
        'name': 'fsync_image_before_convert',
        'summary': (
            'Flushes a downloaded image to disk before qemu-img converts it.'
        ),
        'polarity': 'disabled_by',
        'option': 'disable_fsync_before_convert',
        'params': [],
        'bugs': ['https://bugs.launchpad.net/qemu/+bug/1368815'],
        'fix': ['qemu 2.2.0 upstream'],
        'expires': 'not stated',
        'introduced': [],
        'deprecated_since': None,
        'weakens_security': False,
    }


@pytest.mark.parametrize('form', ['json', 'yaml'])
def test_machines_learn_whose_a_parameter_is(form: str) -> None:
    options = dict(fields(form, 'workarounds.nova'))
    facts = options['qemu_monitor_announce_self_count']['workaround']
    assert facts['option'] == 'enable_qemu_monitor_announce_self'


def install(directory: pathlib.Path, module: str, listing: str) -> None:
    """Install a distribution with a listing of options."""
    metadata = directory / f'{module}-1.0.0.dist-info'
    metadata.mkdir()
    (metadata / 'METADATA').write_text(
        f'Metadata-Version: 2.1\nName: {module}\nVersion: 1.0.0\n'
    )
    (metadata / 'entry_points.txt').write_text(
        f'[oslo.config.opts]\n{module} = {module}:{listing}\n'
    )


def test_a_sample_of_two_services_has_each_option_once(
    tmp_path: pathlib.Path,
) -> None:
    example = (
        pathlib.Path(__file__)
        .parents[2]
        .joinpath('doc/source/examples/service/acme/workarounds.py')
    )
    names = ('sample_acme', 'sample_beta')
    for name in names:
        text = example.read_text().replace(
            'flush_disks_twice', f'{name}_flushes'
        )
        # As a service does that registers when it is imported.
        text += '\nworkarounds.register(CATALOGUE)\n'
        (tmp_path / f'{name}.py').write_text(text)
        install(tmp_path, name, 'list_opts')
    done = subprocess.run(
        [
            command_line.tool('oslo-config-generator'),
            *(f'--namespace={name}' for name in names),
        ],
        env=command_line.environment(PYTHONPATH=str(tmp_path)),
        capture_output=True,
        text=True,
        check=True,
    )
    options = re.findall(r'(?m)^#(\w+) =', done.stdout)
    assert options == [f'{name}_flushes' for name in names]


LIBRARY = """
from oslo_config import cfg
import workarounds

CANCEL = cfg.BoolOpt('cancel_on_failover', default=False, help='Cancels.')
OWN = [CANCEL, cfg.IntOpt('retries', default=3)]
REGISTRY = workarounds.Registry(project='example-library')


def declare(name, **fields):
    REGISTRY.register(
        workarounds.Workaround(
            name=name,
            summary='Does something.',
            bugs=['https://bugs.example.org/1'],
            fix=workarounds.NoFix('a test'),
            expires='20.0.0',
            **fields,
        )
    )


declare('cancel', enabled_by=CANCEL, group='Rabbit')
declare('usual', enabled_by='example_library_option')
declare('verbose', enabled_by='example_debug', group='DEFAULT')


def by_name():
    debug = cfg.BoolOpt('example_debug', default=False)
    return REGISTRY.list_opts([('rabbit', OWN), (None, [debug])])


def by_object():
    return REGISTRY.list_opts([(cfg.OptGroup('rabbit'), OWN)])


def alone():
    return REGISTRY.list_opts()
"""


@pytest.mark.parametrize('listing', ['by_name', 'by_object', 'alone'])
def test_a_sample_with_a_library_has_each_option_once(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, listing: str
) -> None:
    module = f'example_library_{listing}'
    (tmp_path / f'{module}.py').write_text(LIBRARY)
    install(tmp_path, module, listing)
    monkeypatch.syspath_prepend(tmp_path)
    # Where this process has looked for entry points already.
    monkeypatch.setattr(ExtensionManager, 'ENTRY_POINT_CACHE', {})
    conf, sample = cfg.ConfigOpts(), io.StringIO()
    generator.register_cli_opts(conf)
    conf([f'--namespace={name}' for name in ('workarounds.nova', module)])
    generator.generate(conf, sample)
    section, options = '', []
    for line in sample.getvalue().splitlines():
        if match := re.match(r'\[(.*)\]$', line):
            section = match[1]
        elif match := re.match(r'#(\w+) =', line):
            options.append((section, match[1]))
    own = [('rabbit', 'retries')] if listing != 'alone' else []
    assert sorted(options) == sorted(
        [
            *own,
            ('DEFAULT', 'example_debug'),
            ('rabbit', 'cancel_on_failover'),
            ('workarounds', 'example_library_option'),
            *(('workarounds', name) for name in OPTIONS['workarounds.nova']),
        ]
    )
    assert '# Cancels.\n#\n# Does something.\n#\n' in sample.getvalue()


def validate(path: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """Run oslo-config-validator as an operator does.

    In a process of its own: it sets up the logging of the process.
    """
    return command_line.call(
        [
            command_line.tool('oslo-config-validator'),
            *(f'--namespace={namespace}' for namespace in OPTIONS),
            f'--input-file={path}',
        ]
    )


def test_the_validator_accepts_a_file_made_from_the_sample(
    tmp_path: pathlib.Path,
) -> None:
    namespaces = ('workarounds.nova', 'workarounds.qemu-img')
    sample = generate('ini', *namespaces)
    text, count = re.subn(r'^#(\w+ =)', r'\1', sample, flags=re.MULTILINE)
    assert count == sum(len(OPTIONS[name]) for name in namespaces)
    path = tmp_path / 'nova.conf'
    path.write_text(text)
    done = validate(path)
    assert 'ERROR' not in done.stderr
    assert done.returncode == 0
    # It has nothing but the defaults, of which WA116 speaks.
    checked = command_line.run(
        *(*advising.BOTH, '--config-file', path),
        *(
            'check',
            '--strict',
            '--ignore',
            'WA107',
            '--ignore',
            'WA116',
            '-f',
            'value',
        ),
    )
    assert (checked.returncode, checked.stdout) == (0, '')


@pytest.mark.parametrize(
    'option',
    ['enable_consoleauth', 'disable_native_luksv1', 'disable_rotwrap'],
)
def test_the_validator_reports_what_was_removed_or_misspelt(
    tmp_path: pathlib.Path, option: str
) -> None:
    path = tmp_path / 'nova.conf'
    path.write_text(f'[workarounds]\n{option} = true\n')
    done = validate(path)
    assert f'workarounds/{option} is not part of the sample' in done.stderr
    assert done.returncode == 1
