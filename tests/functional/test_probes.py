# SPDX-License-Identifier: Apache-2.0
"""The probes with the real dpkg, the real RPM and the real qemu-img."""

from collections.abc import Mapping
import hashlib
import os
import pathlib
import shutil
import subprocess

import pytest

from tests import capabilities
import workarounds
from workarounds import advice
from workarounds import exceptions
from workarounds.advice.facts.hosts import Installed
from workarounds.advice.facts.hosts import Reported
from workarounds.advice.facts.hosts import Unknown
from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.probes import dpkg
from workarounds.advice.facts.probes import program
from workarounds.advice.facts.probes import rpm

IMG = '/usr/bin/qemu-img'
SPEC = """
Name: {name}
{epoch}
Version: {version}
Release: {release}
Summary: A package of a test
License: None
{vendor}
BuildArch: noarch
%description
It is empty but for the files that are listed.
%files
{files}
"""
RPMS: tuple[Mapping[str, str], ...] = (
    {
        'name': 'qemu-img',
        'epoch': 'Epoch: 17',
        'version': '6.2.0',
        'release': '11.el9_0',
        'vendor': 'Vendor: AlmaLinux',
        'files': '%ghost /usr/bin/qemu-img\n%ghost /usr/bin/env',
    },
    {
        'name': 'rebuilt',
        'epoch': '',
        'version': '1.0^git1',
        'release': '1.el9',
        'vendor': '',
        'files': '%ghost /usr/bin/[',
    },
    *(
        {
            'name': 'kernel',
            'epoch': '',
            'version': '5.14.0',
            'release': release,
            'vendor': 'Vendor: AlmaLinux',
            'files': '',
        }
        for release in ('70.el9', '427.el9')
    ),
)
ALMA = Platform(
    'almalinux:9',
    'AlmaLinux OS 9',
    'rpm',
    'https://almalinux.org',
    marks=['el9'],
    vendors=['AlmaLinux'],
)
STANZA = """Package: {}
Status: install ok {}
Maintainer: Nobody <nobody@example.org>
Architecture: {}
Multi-Arch: same
Version: {}
Description: a package of a test

"""


def machine(root: object = '/', **environ: str) -> Machine:
    return Machine(str(root), {**os.environ, **environ})


def unknown(name: str) -> Unknown:
    return Unknown(f'{name} is not installed')


# RPM.


def build(directory: pathlib.Path, fields: Mapping[str, str]) -> None:
    spec = directory / f'{fields["name"]}.spec'
    spec.write_text(SPEC.format(**fields))
    subprocess.run(
        ['rpmbuild', '-bb', '--quiet', f'-D_topdir {directory}', str(spec)],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope='session')
def database(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    directory = tmp_path_factory.mktemp('rpm')
    for fields in RPMS:
        build(directory, fields)
    made = directory / 'database'
    made.mkdir()
    files = sorted(directory.glob('RPMS/noarch/*.rpm'))
    assert len(files) == len(RPMS)
    flags = ['--install', '--nodeps', '--justdb', '--nosignature']
    subprocess.run(
        ['rpm', f'--dbpath={made}', *flags, '--oldpackage', *files],
        check=True,
        capture_output=True,
    )
    return made


@pytest.fixture(params=['var/lib/rpm', 'usr/lib/sysimage/rpm'])
def root(
    request: pytest.FixtureRequest,
    tmp_path: pathlib.Path,
    database: pathlib.Path,
) -> pathlib.Path:
    shutil.copytree(database, tmp_path / 'root' / request.param)
    etc = tmp_path / 'root/etc'
    etc.mkdir()
    (etc / 'os-release').write_text('ID="almalinux"\nVERSION_ID="9.0"\n')
    return tmp_path / 'root'


@capabilities.needs_rpm
def test_an_image_of_an_rpm_platform_is_recognised(root: pathlib.Path) -> None:
    assert machine(root).platform() == 'almalinux:9.0'


@capabilities.needs_rpm
def test_rpm_tells_what_is_installed(root: pathlib.Path) -> None:
    names = ['qemu-img', 'kernel', 'rebuilt', 'libvirt-daemon']
    assert rpm.probe(names, machine(root)) == {
        'qemu-img': Installed('17:6.2.0-11.el9_0', 'AlmaLinux'),
        'kernel': Unknown(
            'kernel is installed in several versions: 5.14.0-427.el9, '
            '5.14.0-70.el9'
        ),
        'rebuilt': Installed('1.0^git1-1.el9'),
        'libvirt-daemon': unknown('libvirt-daemon'),
    }


@capabilities.needs_rpm
@pytest.mark.parametrize(
    'name',
    [
        'qemu*',
        'qemu-im?',
        '*',
        '-a',
        '--all',
        '--version',
        '--eval=%(touch x)',
        'qemu-img-6.2.0',
        'qemu-img.noarch',
        'a b',
        '(a or b)',
        'ä',
        'x' * 300,
    ],
)
def test_rpm_takes_no_name_for_anything_else(
    root: pathlib.Path, name: str
) -> None:
    assert rpm.probe([name, 'qemu-img'], machine(root)) == {
        name: unknown(name),
        'qemu-img': Installed('17:6.2.0-11.el9_0', 'AlmaLinux'),
    }


@capabilities.needs_rpm
def test_rpm_tells_which_package_has_a_file(root: pathlib.Path) -> None:
    paths = ['/usr/bin/env', '/usr/bin/[', '/usr/bin/ls']
    assert rpm.probe([*paths, 'rebuilt'], machine(root)) == {
        '/usr/bin/env': 'qemu-img',
        '/usr/bin/[': 'rebuilt',
        '/usr/bin/ls': '',
        'rebuilt': Installed('1.0^git1-1.el9'),
    }


@capabilities.needs_rpm
def test_rpm_tells_which_package_has_a_file_below_a_link(
    root: pathlib.Path,
) -> None:
    # sudo of RHEL has /bin before /usr/bin in its secure_path.
    said = rpm.probe(['/bin/env'], machine(root))
    assert said == {'/bin/env': 'qemu-img'}


@capabilities.needs_rpm
def test_a_file_that_went_away_does_not_spoil_other_answers(
    root: pathlib.Path,
) -> None:
    paths = ['/usr/bin/env', '/usr/bin/went-away', '/usr/bin/ls']
    assert rpm.probe(['qemu-img', *paths], machine(root)) == {
        'qemu-img': Installed('17:6.2.0-11.el9_0', 'AlmaLinux'),
        '/usr/bin/env': 'qemu-img',
        '/usr/bin/went-away': Unknown(
            '/usr/bin/went-away is not there any more'
        ),
        '/usr/bin/ls': '',
    }


@capabilities.needs_rpm
def test_a_root_can_be_relative(
    root: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root.parent)
    assert rpm.probe(['qemu-img'], machine('root')) == {
        'qemu-img': Installed('17:6.2.0-11.el9_0', 'AlmaLinux')
    }


@capabilities.needs_rpm
def test_to_ask_rpm_changes_nothing(root: pathlib.Path) -> None:
    def files() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in root.rglob('*')
            if path.is_file() and '-shm' not in path.name
        }

    before = files()
    rpm.probe(['qemu-img', IMG], machine(root))
    assert files() == before


QUESTIONS = [['qemu-img'], ['qemu-img', 'no-such'], ['/usr/bin/env']]


@capabilities.needs_rpm
@pytest.mark.parametrize('questions', QUESTIONS)
def test_a_database_that_is_cut_off_tells_nothing(
    root: pathlib.Path, questions: list[str]
) -> None:
    [path] = root.rglob('rpmdb.sqlite')
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(exceptions.ProbeError, match='rpm fails: '):
        rpm.probe(questions, machine(root))


@capabilities.needs_rpm
@pytest.mark.parametrize('questions', QUESTIONS)
def test_a_database_that_is_none_tells_nothing(
    root: pathlib.Path, questions: list[str]
) -> None:
    [path] = root.rglob('rpmdb.sqlite')
    path.write_text('SQLite format 4\n')
    with pytest.raises(exceptions.ProbeError, match='rpm fails: '):
        rpm.probe(questions, machine(root))


@capabilities.needs_rpm
def test_a_machine_with_rpm_and_without_its_database_says_so(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.ProbeError) as caught:
        rpm.probe(['qemu-img'], machine(tmp_path))
    assert str(caught.value) == 'there is no RPM database'


@capabilities.needs_rpm
def test_what_rpm_tells_is_enough_to_know_the_platforms_own(
    root: pathlib.Path,
) -> None:
    said = rpm.probe(['qemu-img', 'rebuilt'], machine(root))
    found = {name: str(assess(name, said[name]).reason) for name in said}
    assert found == {
        'qemu-img': 'package-at-or-past-fix',
        'rebuilt': 'package-of-another-vendor',
    }


def assess(name: str, fact: object) -> advice.Assessment:
    """Assess a workaround whose fix is in every version of a package."""
    assert isinstance(fact, Installed)
    package = workarounds.Package(name=name, fixed_in='0-0')
    declaration = workarounds.Workaround(
        name='flush',
        summary='Flushes.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.PackageFix(
            component='qemu', version='2.0', packages={ALMA.id: package}
        ),
        expires='35.0.0',
    )
    registry = workarounds.Registry(declaration)
    host = advice.Host('almalinux:9.0', 'rpm', {name: fact})
    dataset = advice.Dataset(platforms={ALMA.id: ALMA})
    return advice.assess(registry, host, dataset)['flush']


@capabilities.needs_dpkg
@capabilities.needs_rpm
def test_dpkg_tells_nothing_of_a_root_that_has_rpm(root: pathlib.Path) -> None:
    with pytest.raises(exceptions.ProbeError):
        dpkg.probe(['qemu-img', IMG], machine(root))


# dpkg.


def installed(name: str) -> Installed:
    command = ['dpkg-query', '-W', '-f=${Version}', name]
    return Installed(subprocess.check_output(command, text=True))


@capabilities.needs_dpkg
@capabilities.needs_qemu_img
def test_dpkg_tells_what_is_installed() -> None:
    said = dpkg.probe(['qemu-utils', 'libvirt-daemon'], machine())
    assert said == {
        'qemu-utils': installed('qemu-utils'),
        'libvirt-daemon': unknown('libvirt-daemon'),
    }


@capabilities.needs_dpkg
@pytest.mark.parametrize(
    'name',
    [
        'dpk*',
        'dpk?',
        '*',
        '-W',
        '--version',
        '--control-path',
        'a b',
        'a/b',
        'Foo_Bar',
        '!',
        'ä',
        'x' * 300,
    ],
)
def test_dpkg_takes_no_name_for_anything_else(name: str) -> None:
    assert dpkg.probe([name, 'dpkg'], machine()) == {
        name: unknown(name),
        'dpkg': installed('dpkg'),
    }


@capabilities.needs_dpkg
def test_dpkg_tells_a_package_by_its_architecture_too() -> None:
    architecture = subprocess.check_output(
        ['dpkg', '--print-architecture'], text=True
    ).strip()
    name = f'libc6:{architecture}'
    assert dpkg.probe([name], machine()) == {name: installed(name)}


@capabilities.needs_dpkg
def test_dpkg_tells_which_package_has_a_file() -> None:
    # Some are listed below /bin, which is a link today.
    paths = ['/usr/bin/dpkg', '/usr/bin/ls', '/bin/ls', '/usr/bin/[', '/opt/x']
    assert dpkg.probe(paths, machine()) == {
        '/usr/bin/dpkg': 'dpkg',
        '/usr/bin/ls': 'coreutils',
        '/bin/ls': 'coreutils',
        '/usr/bin/[': 'coreutils',
        '/opt/x': '',
    }


@capabilities.needs_dpkg
@pytest.mark.skipif(
    not os.path.islink('/bin'), reason='/bin is not /usr/bin here'
)
def test_dpkg_tells_which_package_has_a_file_below_a_link() -> None:
    assert dpkg.probe(['/bin/dpkg'], machine()) == {'/bin/dpkg': 'dpkg'}


@pytest.fixture
def debian(tmp_path: pathlib.Path) -> pathlib.Path:
    database = tmp_path / 'debian/var/lib/dpkg'
    (database / 'info').mkdir(parents=True)
    (database / 'updates').mkdir()
    (database / 'info/format').write_text('1\n')
    (database / 'arch').write_text('amd64\ni386\n')
    (database / 'status').write_text(
        STANZA.format('qemu-utils', 'installed', 'amd64', '1:7.2-1')
        + STANZA.format('both', 'installed', 'amd64', '1')
        + STANZA.format('both', 'installed', 'i386', '2')
        + STANZA.format('half', 'unpacked', 'amd64', '3')
    )
    for name in ('qemu-utils:amd64', 'both:amd64', 'both:i386', 'half:amd64'):
        (database / f'info/{name}.list').write_text('/.\n/usr\n/usr/bin\n')
    (database / 'info/qemu-utils:amd64.list').write_text(
        f'{IMG}\n/usr/bin/qemu-io\n/usr/bin/qemu-nbd\n'
    )
    (database / 'diversions').write_text(
        f'{IMG}\n{IMG}.distrib\n:\n/usr/bin/qemu-io\n/usr/bin/qemu-io.real\n'
        f'half\n/usr/bin/mine\n/usr/bin/mine.distrib\n:\n'
    )
    return tmp_path / 'debian'


@capabilities.needs_dpkg
def test_dpkg_tells_what_another_root_has(debian: pathlib.Path) -> None:
    names = ['qemu-utils', 'both', 'half', 'dpkg']
    assert dpkg.probe(names, machine(debian)) == {
        'qemu-utils': Installed('1:7.2-1'),
        'both': Unknown('both is installed in several versions: 1, 2'),
        'half': Installed('3'),
        'dpkg': unknown('dpkg'),
    }


@capabilities.needs_dpkg
@pytest.mark.parametrize(
    ('path', 'package'),
    [
        ('/usr/bin/qemu-nbd', 'qemu-utils'),
        ('/bin/qemu-nbd', 'qemu-utils'),
        # An administrator has put something else in its place.
        (IMG, ''),
        # Likewise a package.
        ('/usr/bin/qemu-io', 'half'),
        # No package has a file here.
        ('/usr/bin/mine', ''),
        ('/usr/bin/mine.distrib', ''),
    ],
)
def test_a_file_that_is_diverted_is_not_that_of_its_package(
    debian: pathlib.Path, path: str, package: str
) -> None:
    assert dpkg.probe([path], machine(debian)) == {path: package}


@capabilities.needs_dpkg
def test_a_root_without_a_database_is_not_taken_for_an_empty_one(
    tmp_path: pathlib.Path,
) -> None:
    with pytest.raises(exceptions.ProbeError):
        dpkg.probe(['qemu-utils'], machine(tmp_path))


@capabilities.needs_dpkg
def test_a_database_that_is_damaged_tells_nothing(
    debian: pathlib.Path,
) -> None:
    (debian / 'var/lib/dpkg/status').write_text('garbage\n')
    with pytest.raises(exceptions.ProbeError) as caught:
        dpkg.probe(['qemu-utils'], machine(debian))
    assert str(caught.value).startswith('dpkg-query fails: dpkg-query: error:')


# qemu-img.


@capabilities.needs_qemu_img
def test_qemu_img_tells_its_version() -> None:
    ask = 'qemu-img --version'
    said = program.probe([ask], machine())[ask]
    assert isinstance(said, Reported)
    assert said.program == shutil.which('qemu-img')
    text = subprocess.check_output(['qemu-img', '--version'], text=True)
    assert text.startswith(f'qemu-img version {said.version} ')


@capabilities.needs_qemu_img
@capabilities.needs_dpkg
@pytest.mark.parametrize('path', ['/usr/bin:/bin', '/bin:/usr/bin'])
def test_the_package_of_the_qemu_img_that_answered_is_found(path: str) -> None:
    here = machine(PATH=path)
    ask = 'qemu-img --version'
    said = program.probe([ask], here)[ask]
    assert isinstance(said, Reported)
    assert dpkg.probe([said.program], here) == {said.program: 'qemu-utils'}


@capabilities.needs_qemu_img
@capabilities.needs_dpkg
def test_a_link_to_qemu_img_belongs_to_its_package(
    tmp_path: pathlib.Path,
) -> None:
    (tmp_path / 'qemu-img').symlink_to(IMG)
    here = machine(PATH=f'{tmp_path}:/usr/bin')
    ask = 'qemu-img --version'
    said = program.probe([ask], here)[ask]
    assert isinstance(said, Reported)
    assert dpkg.probe([said.program], here) == {said.program: 'qemu-utils'}
