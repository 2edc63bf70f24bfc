# SPDX-License-Identifier: Apache-2.0
"""The survey of a machine: the questions, and the recorded facts."""

from collections.abc import Mapping
from collections.abc import Sequence
import dataclasses
import json
import pathlib
from typing import Any

import pytest

import workarounds
from workarounds.advice.facts import hosts
from workarounds.advice.facts import survey as facts_survey
from workarounds.advice.facts.bugs import FixData
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.hosts import Host
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.facts.probing import Answer

QEMU = 'qemu-img --version'
IMG = Reported('7.2.22', '/usr/bin/qemu-img')


@dataclasses.dataclass
class Fake:
    """A probe with given answers; it records the questions."""

    answers: Mapping[str, Any]
    asked: list[list[str]] = dataclasses.field(default_factory=list)

    def __call__(
        self, questions: Sequence[str], machine: Machine
    ) -> Mapping[str, Answer]:
        self.asked.append(list(questions))
        if 'error' in self.answers:
            raise self.answers['error']
        return self.answers


def declare(name: str, *fixes: Any) -> workarounds.Workaround:
    return workarounds.Workaround(
        name=name,
        summary='Flushes before it converts.',
        bugs=['https://bugs.example/1'],
        fix=fixes,
        expires=workarounds.Unstated('nobody said'),
    )


def fixed_by(component: str, **packages: str) -> workarounds.PackageFix:
    return workarounds.PackageFix(
        component=component,
        version='2.2.0',
        packages={
            platform.replace('_', ':'): workarounds.Package(
                name=name, fixed_in='1'
            )
            for platform, name in packages.items()
        },
    )


FIX = fixed_by('qemu', debian_12='qemu-utils', rhel_9='qemu-img')
KNOWN = Dataset(
    components={
        'qemu': Component('QEMU', 'program', QEMU),
        'xen': Component('Xen'),
        'os-brick': Component('os-brick', 'python', 'os-brick'),
    },
    platforms={
        'debian:12': Platform('debian:12', 'Debian', 'dpkg', 's'),
        'rhel:9': Platform('rhel:9', 'RHEL', 'rpm', 's'),
    },
    ships={
        'qemu': {
            'debian:12': Shipped('7.2', 'qemu-system', 's'),
            'rhel:9': Shipped('6.2', 'qemu-kvm', 's'),
        }
    },
)


def survey(
    tmp_path: pathlib.Path,
    *declared: workarounds.Workaround,
    known: Dataset = KNOWN,
    platform: str = 'ID=debian\nVERSION_ID=12\n',
    service_version: str | None = '34.0.0',
    distribution: str | None = None,
    **probes: Any,
) -> Host:
    (tmp_path / 'etc').mkdir(exist_ok=True)
    (tmp_path / 'etc/os-release').write_text(platform)
    return facts_survey.survey(
        declared,
        known,
        Machine(str(tmp_path)),
        probes,
        service_version=service_version,
        distribution=distribution,
        report=pytest.fail,
    )


def test_nothing_is_asked_if_no_declaration_needs_it(
    tmp_path: pathlib.Path,
) -> None:
    names = ('dpkg', 'rpm', 'program', 'python')
    probes: dict[str, Any] = {name: Fake({}) for name in names}
    declared = declare(
        'a', workarounds.ManualFix('look'), workarounds.ReleaseFix(version='1')
    )
    host = survey(tmp_path, declared, **probes)
    assert [probe.asked for probe in probes.values()] == [[], [], [], []]
    assert host == Host(
        'debian:12',
        Unknown('no declaration asks for a package'),
        service_version='34.0.0',
    )


def test_the_packages_of_the_platform_are_asked_for_once(
    tmp_path: pathlib.Path,
) -> None:
    dpkg = Fake(
        {
            'qemu-utils': Installed('1:7.2-1'),
            'qemu-system': Unknown('qemu-system is not installed'),
            '/usr/bin/qemu-img': 'qemu-utils',
        }
    )
    host = survey(
        tmp_path,
        declare('a', FIX),
        declare('b', FIX, FIX),
        dpkg=dpkg,
        rpm=Fake({}),
        program=Fake({QEMU: IMG}),
    )
    assert dpkg.asked == [['qemu-utils', 'qemu-system', '/usr/bin/qemu-img']]
    assert host == Host(
        'debian:12',
        'dpkg',
        {
            'qemu-utils': Installed('1:7.2-1'),
            'qemu-system': Unknown('qemu-system is not installed'),
        },
        {'qemu': Reported('7.2.22', '/usr/bin/qemu-img', 'qemu-utils')},
        '34.0.0',
    )


@pytest.mark.parametrize('version', ['9', '9.4'])
def test_only_the_package_manager_of_the_platform_is_asked(
    tmp_path: pathlib.Path, version: str
) -> None:
    dpkg, rpm = Fake({}), Fake({'qemu-img': Installed('6-1', 'RH')})
    host = survey(
        tmp_path,
        declare('a', FIX),
        platform=f'ID=rhel\nVERSION_ID={version}\n',
        dpkg=dpkg,
        rpm=rpm,
    )
    assert dpkg.asked == []
    assert rpm.asked == [['qemu-img', 'qemu-kvm']]
    assert host.package_manager == 'rpm'
    assert host.package('qemu-img') == Installed('6-1', 'RH')
    assert host.package('qemu-kvm') == Unknown('the probe rpm gave no answer')


def test_a_package_manager_that_fails_is_not_replaced_by_another(
    tmp_path: pathlib.Path,
) -> None:
    error = workarounds.exceptions.ProbeError('dpkg-query fails: no')
    rpm = Fake({})
    host = survey(
        tmp_path, declare('a', FIX), dpkg=Fake({'error': error}), rpm=rpm
    )
    assert rpm.asked == []
    assert host.package_manager == Unknown('dpkg-query fails: no')
    assert host.package('qemu-utils') == Unknown('dpkg-query fails: no')


def test_on_an_unknown_platform_both_are_asked_which_has_a_program(
    tmp_path: pathlib.Path,
) -> None:
    error = workarounds.exceptions.ProbeError('dpkg-query is not installed')
    rpm = Fake({'/usr/bin/qemu-img': 'qemu-img'})
    host = survey(
        tmp_path,
        declare('a', FIX),
        platform='ID=acme\nVERSION_ID=9\n',
        dpkg=Fake({'error': error}),
        rpm=rpm,
        program=Fake({QEMU: IMG}),
    )
    assert rpm.asked == [['/usr/bin/qemu-img']]
    assert host.package_manager == 'rpm'
    assert host.packages == {}
    assert host.component('qemu') == Reported(
        '7.2.22', '/usr/bin/qemu-img', 'qemu-img'
    )


def test_why_neither_package_manager_answers_is_reported(
    tmp_path: pathlib.Path,
) -> None:
    host = survey(
        tmp_path,
        declare('a', FIX),
        platform='',
        rpm=Unknown('the probe rpm cannot be loaded: x'),
        program=Fake({QEMU: IMG}),
    )
    assert host.platform == Unknown('/etc/os-release has no ID')
    assert host.package_manager == Unknown(
        'no probe is called dpkg; the probe rpm cannot be loaded: x'
    )
    # Whether a package has it is not known; that is not "none has it".
    assert host.component('qemu') == IMG


@pytest.mark.parametrize(
    ('owner', 'package'),
    [
        ('qemu-utils', 'qemu-utils'),
        ('', ''),
        (Unknown('no'), None),
        (Installed('1'), None),
        (None, None),
    ],
)
def test_a_program_is_reported_with_the_package_that_has_it(
    tmp_path: pathlib.Path, owner: object, package: str | None
) -> None:
    host = survey(
        tmp_path,
        declare('a', FIX),
        dpkg=Fake({'/usr/bin/qemu-img': owner}),
        program=Fake({QEMU: IMG}),
    )
    assert host.component('qemu') == dataclasses.replace(IMG, package=package)
    assert '/usr/bin/qemu-img' not in host.packages


def test_two_components_can_be_reported_by_one_program(
    tmp_path: pathlib.Path,
) -> None:
    component = Component('QEMU', 'program', QEMU)
    known = dataclasses.replace(
        KNOWN, components={'qemu': component, 'qemu-block': component}
    )
    host = survey(
        tmp_path,
        declare('a', FIX, fixed_by('qemu-block')),
        known=known,
        dpkg=Fake({'/usr/bin/qemu-img': 'qemu-utils'}),
        program=Fake({QEMU: IMG}),
    )
    reported = dataclasses.replace(IMG, package='qemu-utils')
    assert host.components == {'qemu': reported, 'qemu-block': reported}


def test_a_component_that_no_probe_can_ask_is_not_known(
    tmp_path: pathlib.Path,
) -> None:
    host = survey(
        tmp_path, declare('a', fixed_by('xen'), fixed_by('firmware:ilo5'), FIX)
    )
    assert host.components == {
        'xen': Unknown('no data file says how to ask xen for its version'),
        'firmware:ilo5': Unknown(
            'no data file says how to ask firmware:ilo5 for its version'
        ),
        'qemu': Unknown('no probe is called program'),
    }


def test_a_component_without_a_row_is_not_called_a_distribution(
    tmp_path: pathlib.Path,
) -> None:
    absent = 'the Python distribution {} is not installed'
    names = ('frob', 'pypi:brick')
    host = survey(
        tmp_path,
        declare('a', *map(fixed_by, names)),
        python=Fake(
            {name: Unknown(absent.format(name)) for name in ('frob', 'brick')}
        ),
    )
    assert host.components == {
        'frob': Unknown(
            'no data file says how to ask frob for its version, and '
            + absent.format('frob')
        ),
        'pypi:brick': Unknown(absent.format('brick')),
    }


def test_files_are_looked_into(tmp_path: pathlib.Path) -> None:
    content = Fake({'tool: a': 'present', '/b: c': Unknown('no')})
    host = survey(
        tmp_path,
        declare(
            'a',
            workarounds.FileFix('tool', lacks='a'),
            workarounds.FileFix('/b', contains='c'),
        ),
        content=content,
    )
    assert content.asked == [['tool: a', '/b: c']]
    assert host.contents == {'tool: a': 'present', '/b: c': Unknown('no')}


def test_python_distributions_are_asked_by_their_names(
    tmp_path: pathlib.Path,
) -> None:
    python = Fake(
        {
            name: Reported(f'{number}.0', package='')
            for number, name in enumerate(('pysaml2', 'redis', 'neutron'))
        }
    )
    host = survey(
        tmp_path,
        declare(
            'a',
            fixed_by('pysaml2'),
            fixed_by('pypi:redis'),
            workarounds.ReleaseFix(version='28.0.0', project='neutron'),
        ),
        python=python,
    )
    assert python.asked == [['pysaml2', 'redis', 'neutron']]
    assert host.component('pypi:neutron') == Reported('2.0', package='')


def test_the_service_is_asked_unless_a_version_is_given(
    tmp_path: pathlib.Path,
) -> None:
    python = Fake({'nova': Reported('33.1.0', package='')})
    host = survey(
        tmp_path, service_version=None, distribution='nova', python=python
    )
    assert host.service_version == '33.1.0'
    host = survey(
        tmp_path, service_version='34.0.0', distribution='nova', python=python
    )
    assert host.service_version == '34.0.0'
    assert python.asked == [['nova']]


def test_the_service_and_components_are_asked_together(
    tmp_path: pathlib.Path,
) -> None:
    reported = Reported('6.2', package='')
    python = Fake({'nova': Unknown('not here'), 'os-brick': reported})
    host = survey(
        tmp_path,
        declare('a', fixed_by('os-brick')),
        service_version=None,
        distribution='nova',
        python=python,
    )
    assert python.asked == [['nova', 'os-brick']]
    assert host.service_version == Unknown('not here')
    assert host.component('os-brick') == reported


def test_a_service_without_a_distribution_is_not_known(
    tmp_path: pathlib.Path,
) -> None:
    host = survey(tmp_path, service_version=None)
    assert host.service_version == Unknown(
        'no catalogue says which Python distribution the service is'
    )


def test_packages_that_data_files_add_are_asked_for(
    tmp_path: pathlib.Path,
) -> None:
    package = workarounds.Package(name='qemu-block-extra', state='unfixed')
    added = FixData('qemu', 'https://bugs.example/1', {'debian:12': package})
    known = dataclasses.replace(KNOWN, ships={}, fixes=[added])
    dpkg = Fake({})
    survey(tmp_path, declare('a', FIX), known=known, dpkg=dpkg)
    assert dpkg.asked == [['qemu-block-extra']]


@pytest.mark.parametrize(
    'answer', ['text', '', Reported('1', '/usr/bin/qemu-img')]
)
def test_a_package_is_reported_only_by_what_tells_of_a_package(
    tmp_path: pathlib.Path, answer: object
) -> None:
    host = survey(
        tmp_path, declare('a', FIX), dpkg=Fake({'qemu-utils': answer})
    )
    assert isinstance(host.package('qemu-utils'), Unknown)


@pytest.mark.parametrize('answer', ['text', '', Installed('1')])
def test_a_component_is_reported_only_by_what_reports_of_one(
    tmp_path: pathlib.Path, answer: object
) -> None:
    host = survey(
        tmp_path,
        declare('a', FIX),
        dpkg=Fake({}),
        program=Fake({QEMU: answer}),
    )
    assert isinstance(host.component('qemu'), Unknown)


@pytest.mark.parametrize(
    'version', ['v7.2', 'r123', '', '7.2 (Debian)', '1' * 999]
)
def test_a_survey_can_be_written_and_read_whatever_versions_are_reported(
    tmp_path: pathlib.Path, version: str
) -> None:
    host = survey(
        tmp_path,
        declare('a', FIX),
        service_version=None,
        distribution='nova',
        dpkg=Fake({'qemu-utils': Installed(version, version)}),
        program=Fake({QEMU: Reported(version, '/usr/bin/qemu-img')}),
        python=Fake({'nova': Reported(version)}),
    )
    path = tmp_path / 'host.json'
    path.write_text(json.dumps(host.to_data()))
    assert hosts.read_host(path) == host
