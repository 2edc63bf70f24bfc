# SPDX-License-Identifier: Apache-2.0
"""The output of matrix: assessments, formats, clear errors."""

import copy
import csv
import io
import json
import pathlib
import re
import subprocess
from typing import Any

from docutils import core
import pytest
import yaml

from tests.advice import validation
from tests.functional import command_line

AS_OF = '2001-06-01'
NAME = 'fsync_image_before_convert'
BUG = 'https://bugs.launchpad.net/qemu/+bug/1368815'
AGAIN = 'https://bugs.example/again'
FORMATS = ['csv', 'html', 'json', 'rst', 'table', 'text', 'value', 'yaml']
#: Two platforms that ended long ago, for one service that has the fix on both.
FACTS: dict[str, Any] = {
    'schema': 1,
    'as_of': '2026-11-23',
    'platforms': {
        'acme:1': {
            'title': 'Acme 1',
            'source': 'https://acme.example/1',
            'packages': 'dpkg',
            'end_of_life': '2001-06-30',
        },
        'acme:2': {
            'title': 'Acme 2',
            'source': 'https://acme.example/2',
            'packages': 'dpkg',
            'end_of_life': '2002-06-30',
        },
    },
    'services': {
        'qemu-img': {
            'title': 'The Service',
            'version': '34.0.0',
            'platforms': {
                'acme:1': {'source': 'https://svc.example/1'},
                'acme:2': {'source': 'https://svc.example/2'},
            },
        },
    },
    'fixes': {
        'qemu': {
            BUG: {
                'packages': {
                    name: {
                        'name': 'qemu-utils',
                        'fixed_in': '1:1.0-2',
                        'evidence': f'https://acme.example/{name}',
                    }
                    for name in ('acme:1', 'acme:2')
                },
            }
        },
    },
}
CATALOGUE = """\
import workarounds

def declare(name, fix, **fields):
    facts = {
        'name': name,
        'summary': f'Does {name}.',
        'bugs': ['https://bugs.example/1'],
        'fix': fix,
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)

NEVER = workarounds.NoFix('a choice')
HERE = [declare('flush', NEVER)]
OTHER = [declare('other', workarounds.NoFix('another choice'))]
HOSTILE = [declare('hostile', workarounds.NoFix(
    '</td><script>alert(1)</script> \\x1b[2J \\ud800 |a| b_ `c` \\r\\n d'
))]
def leaves():
    raise SystemExit('on purpose')
WITH_RELEASE = workarounds.Catalogue(
    project='the-service', covers='7.0.0', config='qemu-img',
    declarations=[declare('give_up', workarounds.ReleaseFix(version='9.0.0'))],
)
"""


class Project:
    """A data file, a catalogue, and the command run on them."""

    def __init__(self, directory: pathlib.Path) -> None:
        self.directory = directory
        self.facts = copy.deepcopy(FACTS)
        self.data = directory / 'facts.yaml'
        (directory / 'theirs.py').write_text(CATALOGUE)

    @property
    def packages(self) -> dict[str, dict[str, str]]:
        packages: dict[str, dict[str, str]] = self.fix['packages']
        return packages

    @property
    def fix(self) -> dict[str, Any]:
        fix: dict[str, Any] = self.facts['fixes']['qemu'][BUG]
        return fix

    def is_not_fixed(self, *platforms: str) -> None:
        for name in platforms:
            del self.packages[name]['fixed_in']
            self.packages[name]['state'] = 'unfixed'

    def arguments(
        self,
        *arguments: object,
        namespaces: tuple[str, ...] = ('qemu-img',),
        as_of: str | None = AS_OF,
        options: tuple[str, ...] = (),
    ) -> list[object]:
        self.data.write_text(json.dumps(self.facts, indent=1))
        named = [f'--namespace={namespace}' for namespace in namespaces]
        day = [f'--as-of={as_of}'] if as_of else []
        return [
            *named,
            *options,
            'matrix',
            '--data',
            self.data,
            *day,
            *arguments,
        ]

    def run(
        self, *arguments: object, **how: Any
    ) -> subprocess.CompletedProcess[str]:
        done = command_line.run(
            *self.arguments(*arguments, **how), PYTHONPATH=str(self.directory)
        )
        assert 'Traceback' not in done.stderr
        assert 'internal error' not in done.stderr
        return done

    def read(self, *arguments: object, **how: Any) -> dict[str, Any]:
        """Return its JSON, checked by its schema."""
        done = self.run('-f', 'json', *arguments, **how)
        assert (done.returncode, done.stderr) == (0, '')
        data: dict[str, Any] = json.loads(done.stdout)
        validation.validate(data, 'matrix')
        return data

    def row(self, *arguments: object, **how: Any) -> dict[str, Any]:
        """Return the one workaround of the catalogue."""
        [row] = self.read(*arguments, **how)['workarounds']
        assert isinstance(row, dict)
        return row


@pytest.fixture
def project(tmp_path: pathlib.Path) -> Project:
    return Project(tmp_path)


def test_the_status_is_that_of_the_platforms_of_the_service(
    project: Project,
) -> None:
    data = project.read()
    assert (data['as_of'], data['service']['name']) == (AS_OF, 'qemu-img')
    assert [platform['id'] for platform in data['platforms']] == [
        'acme:1',
        'acme:2',
    ]
    [row] = data['workarounds']
    assert (row['name'], row['status']) == (NAME, 'removable')
    assert row['platforms']['acme:2'] == {
        'status': 'fixed',
        'reason': 'platform-has-fix',
        'fields': {
            'component': 'qemu',
            'fixed_in': '2.2.0',
            'link': 'https://acme.example/acme:2',
            'platform': 'acme:2',
            'stated': {
                'fixed_in': '1:1.0-2',
                'package': 'qemu-utils',
                'platform': 'acme:2',
            },
            'title': 'QEMU',
        },
        'message': 'acme:2 has the fix in qemu-utils 1:1.0-2',
        'facts_as_of': '2026-11-23',
    }


def test_a_data_file_alone_changes_the_status(project: Project) -> None:
    project.is_not_fixed('acme:1')
    row = project.row()
    assert (row['status'], row['fields']['blocked_by']) == (
        'blocked',
        ['acme:1'],
    )
    assert row['fields']['until'] == '2001-06-30'
    project.is_not_fixed('acme:2')
    row = project.row()
    assert row['fields']['blocked_by'] == ['acme:1', 'acme:2']
    assert row['fields']['until'] == '2002-06-30'


@pytest.mark.parametrize(
    ('as_of', 'status'),
    [
        ('2001-06-30', 'blocked'),
        ('2001-07-01', 'removable'),
        ('2002-06-30', 'removable'),
        ('2002-07-01', 'unknown'),
    ],
)
def test_a_platform_blocks_until_its_last_day(
    project: Project, as_of: str, status: str
) -> None:
    project.is_not_fixed('acme:1')
    assert project.row(as_of=as_of)['status'] == status


def test_a_later_data_file_replaces_the_row_of_an_earlier_one(
    project: Project, tmp_path: pathlib.Path
) -> None:
    project.is_not_fixed('acme:1')
    later = copy.deepcopy(FACTS)
    later['platforms']['acme:1']['end_of_life'] = '2001-05-01'
    path = tmp_path / 'later.yaml'
    path.write_text(json.dumps({**later, 'fixes': {}}))
    assert project.row('--data', path)['status'] == 'removable'


def test_a_fix_that_did_not_hold_is_never_removable(project: Project) -> None:
    project.fix['reopened'] = AGAIN
    row = project.row()
    assert row['status'] == 'unknown'
    assert row['platforms']['acme:1']['fields']['reopened'] == AGAIN


def test_a_day_of_expiry_passes(project: Project) -> None:
    here = ('theirs:HERE',)
    warned = project.run('-f', 'json', namespaces=here)
    assert not json.loads(warned.stdout)['workarounds'][0]['is_expired']
    arguments = project.arguments('-f', 'json', namespaces=here)
    done = command_line.run(
        *('--service-version', '35.0.0', *arguments),
        PYTHONPATH=str(project.directory),
    )
    assert json.loads(done.stdout)['workarounds'][0]['is_expired']


def test_without_a_service_all_known_platforms_count_and_that_is_said(
    project: Project,
) -> None:
    del project.facts['services']
    done = project.run('-f', 'json', as_of='2026-11-23')
    assert done.returncode == 0
    assert done.stderr == (
        'workarounds: no data file says which platforms the service '
        'supports; showing those that their distributions still support\n'
    )
    data = json.loads(done.stdout)
    assert data['service']['name'] == 'qemu-img'
    assert data['service']['title'] == 'qemu-img'
    names = {platform['id'] for platform in data['platforms']}
    assert {'debian:13', 'rhel:9'} <= names


@pytest.mark.parametrize(
    'namespaces', [('placement', 'qemu-img'), ('qemu-img', 'placement')]
)
def test_no_service_is_assessed_by_the_platforms_of_another(
    project: Project, namespaces: tuple[str, ...]
) -> None:
    # One supports Acme 1, the other Acme 2, which has not the fix.
    project.is_not_fixed('acme:2')
    services = project.facts['services']
    services['placement'] = copy.deepcopy(services['qemu-img'])
    del services['placement']['platforms']['acme:2']
    done = project.run('-f', 'json', namespaces=namespaces)
    rows = json.loads(done.stdout)['workarounds'] if done.stdout else []
    assert NAME not in [
        row['name'] for row in rows if row['status'] == 'removable'
    ]


def test_an_older_release_is_not_assessed_by_the_peers_of_this_one() -> None:
    # Nova 18 may run beside Nova 19, and has not the fix of 20.
    done = command_line.run(
        *('--namespace', 'nova', '--service-version', '19.0.0', 'matrix'),
        *('--as-of', '2026-11-23', '-f', 'json'),
    )
    statuss = {
        row['name']: row['status']
        for row in json.loads(done.stdout)['workarounds']
    }
    assert statuss['enable_numa_live_migration'] != 'removable'


@pytest.mark.parametrize(
    ('given', 'installed', 'stated', 'found'),
    [
        ('10.0', '9.0', '8.0', ('10.0', '--service-version', 'removable')),
        (None, '9.0', '8.0', ('9.0', 'installed distribution', 'removable')),
        (None, 'what?', '8.0', ('8.0', 'data file', 'blocked')),
        (None, None, '8.0', ('8.0', 'data file', 'blocked')),
        (None, None, None, ('7.0.0', 'catalogue', 'blocked')),
    ],
)
def test_one_release_is_assessed_and_the_document_says_who_says_which(
    project: Project,
    given: str | None,
    installed: str | None,
    stated: str | None,
    found: tuple[str, str, str],
) -> None:
    if installed:
        metadata = project.directory / 'the_service.dist-info/METADATA'
        metadata.parent.mkdir()
        metadata.write_text(
            f'Metadata-Version: 2.1\nName: the-service\nVersion: {installed}\n'
        )
    service = project.facts['services']['qemu-img']
    service['version'] = stated
    if stated is None:
        del service['version']
    done = project.run(
        *('-f', 'json'),
        namespaces=('theirs:WITH_RELEASE',),
        options=(f'--service-version={given}',) if given else (),
    )
    data = json.loads(done.stdout)
    service, [row] = data['service'], data['workarounds']
    assert (service['version'], service['source'], row['status']) == found


def test_the_installed_catalogues_are_read_with_no_further_data() -> None:
    done = command_line.run(
        *('--namespace', 'tests.functional.patched_nova:CATALOGUE', 'matrix'),
        *('--as-of', '2026-11-23', '-f', 'json'),
    )
    assert (done.returncode, done.stderr) == (0, '')
    data = json.loads(done.stdout)
    assert data['service']['name'] == 'nova'
    assert data['facts_as_of'] == '2026-11-23'
    statuss = {row['name']: row['status'] for row in data['workarounds']}
    assert statuss[NAME] == 'removable'
    assert statuss['skip_cpu_compare_on_dest'] == 'unknown'


def test_the_same_facts_are_in_every_format_of_rows(project: Project) -> None:
    project.is_not_fixed('acme:2')
    row = {
        'Workaround': NAME,
        'Status': 'blocked by acme:2',
        'Until': '2002-06-30',
        'Expired': '',
        'Reason': 'platforms-not-fixed',
        'Message': 'acme:2 does not have the fix; its support ends on '
        '2002-06-30',
        'acme:1': 'fixed (qemu-utils 1:1.0-2)',
        'acme:2': 'unfixed (qemu-utils)',
    }
    text = project.run('-f', 'csv').stdout
    assert list(csv.DictReader(io.StringIO(text))) == [row]
    text = project.run('-f', 'value').stdout
    assert text == ' '.join(row.values()) + '\n'
    table = project.run('-f', 'table').stdout.splitlines()
    assert [cell.strip() for cell in table[1].split('|')[1:-1]] == list(row)
    assert [cell.strip() for cell in table[3].split('|')[1:-1]] == list(
        row.values()
    )


def test_the_default_is_text_by_status(project: Project) -> None:
    project.is_not_fixed('acme:2')
    done = project.run(namespaces=('qemu-img', 'theirs:HERE'))
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout == (
        'blocked (2): the code is still needed\n'
        '  The bug will never be fixed. The code must stay as long as the '
        'software with\n'
        '      the bug is supported.\n'
        '    flush\n'
        '      the bug will never be fixed: a choice\n'
        '  A supported platform does not have the fix. Look again when its '
        'support ends,\n'
        '      or when it gets the fix.\n'
        f'    {NAME} (until 2002-06-30)\n'
        '      acme:2 does not have the fix; its support ends on 2002-06-30\n'
        '      unfixed  acme:2 (qemu-utils)\n'
        '      fixed    acme:1 (qemu-utils 1:1.0-2)\n'
        '\n'
        '2 workarounds of The Service 34.0.0: 2 blocked\n'
        'Facts as of 2026-11-23.\n'
    )
    assert done.stdout == (
        project.run(
            '-f', 'text', namespaces=('qemu-img', 'theirs:HERE')
        ).stdout
    )


@pytest.mark.parametrize('form', ['table', 'text'])
def test_people_see_which_platforms_count_no_more(
    project: Project, form: str
) -> None:
    first, second = 'acme:1 (ended 2001-06-30)', 'acme:2 (ended 2002-06-30)'
    shown = project.run('-f', form, as_of='2002-01-01').stdout
    assert first in shown
    assert 'acme:2 (ended' not in shown
    assert 'has the fix or was never affected' in shown
    shown = project.run('-f', form, as_of='2003-01-01').stdout
    assert first in shown
    assert second in shown
    sentence = 'support for acme:1 and acme:2 has ended'
    assert sentence in ' '.join(shown.split())


def test_yaml_says_the_same_as_json(project: Project) -> None:
    done = project.run('-f', 'yaml')
    assert yaml.safe_load(done.stdout) == project.read()


def test_rst_is_a_table_that_builds_without_a_warning(
    project: Project,
) -> None:
    text = project.run('-f', 'rst').stdout
    # 2 makes every warning an error.
    tree = core.publish_doctree(text, settings_overrides={'halt_level': 2})
    shown = tree.astext()
    for part in (AS_OF, 'The Service 34.0.0', NAME, 'qemu-utils 1:1.0-2'):
        assert part in shown


def test_html_is_one_page(project: Project) -> None:
    text = project.run('-f', 'html').stdout
    assert text.lower().startswith('<!doctype html>')
    assert text.rstrip().endswith('</html>')
    for part in (AS_OF, 'The Service', 'removable', 'acme:1'):
        assert part in text


@pytest.mark.parametrize('form', FORMATS)
def test_no_format_stumbles_over_a_hostile_catalogue(
    project: Project, form: str
) -> None:
    done = project.run('-f', form, namespaces=('theirs:HOSTILE',))
    assert done.returncode == 0
    assert 'hostile' in done.stdout
    if form == 'html':
        assert '<script>alert(1)' not in done.stdout


@pytest.mark.parametrize('form', ['table', 'text', 'value', 'rst', 'html'])
def test_no_text_steers_the_terminal(project: Project, form: str) -> None:
    # YAML lets a data file write an escape as text.
    project.facts['components'] = {'qemu': {'title': 'Q\x1b[2JEMU'}}
    project.facts['fixes'] = {}
    done = project.run('-f', form)
    assert done.returncode == 0
    assert '[2JEMU' in done.stdout
    assert '\x1b' not in done.stdout


@pytest.mark.parametrize('form', FORMATS)
def test_a_catalogue_with_nothing_in_it_is_no_fault(
    project: Project, form: str
) -> None:
    (project.directory / 'theirs.py').write_text('HERE = []\n')
    done = project.run('-f', form, namespaces=('theirs:HERE',))
    assert done.returncode == 0
    if form == 'rst':
        core.publish_doctree(done.stdout, settings_overrides={'halt_level': 2})


def test_columns_can_be_chosen(project: Project) -> None:
    done = project.run('-f', 'csv', '-c', 'Status', '-c', 'acme:1')
    assert done.stdout.splitlines() == [
        '"Status","acme:1"',
        '"removable","fixed (qemu-utils 1:1.0-2)"',
    ]


def test_a_pipe_gets_all_columns(project: Project) -> None:
    done = project.run('-f', 'table')
    assert (done.returncode, done.stderr) == (0, '')
    assert '| acme:2 ' in done.stdout
    assert '\x1b' not in done.stdout


TITLES = ['Workaround', 'Status', 'Until', 'Expired', 'Reason', 'Message']


@pytest.mark.parametrize('columns', [50, 60, 100, 190, 400])
def test_a_narrow_terminal_leaves_columns_out_and_says_so(
    project: Project, columns: int
) -> None:
    project.is_not_fixed('acme:2')
    code, shown = command_line.run_in_terminal(
        *project.arguments('-f', 'table'), columns=columns
    )
    assert code == 0
    lines = command_line.COLOUR.sub('', shown).splitlines()
    table = [line for line in lines if line[:1] in ('+', '|')]
    assert max(map(len, table)) <= columns
    there = [cell.strip() for cell in table[1].split('|')[1:-1]]
    assert there[:2] == ['Workaround', 'Status']
    missing = [
        title for title in (*TITLES, 'acme:1', 'acme:2') if title not in there
    ]
    assert bool(missing) is (columns < 400)
    assert lines.pop() == 'Facts as of 2026-11-23.'
    reported = ' '.join(line for line in lines if line not in table)
    if missing:
        assert reported == (
            f'workarounds: the terminal is too narrow for the columns '
            f'{", ".join(missing)}; see -f text'
        )
    else:
        assert reported == ''


@pytest.mark.parametrize(
    'text', ['yesterday', '2026-02-30', '2026-13-01', '', '20270131T00', '%s']
)
def test_a_day_that_is_none_is_refused(project: Project, text: str) -> None:
    done = project.run('--as-of', text, as_of=None)
    assert (done.returncode, done.stdout) == (2, '')
    assert f'{text!r} is not a date; write one like 2027-01-31' in done.stderr


@pytest.mark.parametrize(
    'arguments',
    [
        ('-f', 'xml'),
        ('--output', 'a', '--check', 'b'),
        ('-f', 'csv', '-c', 'Nothing'),
        ('-f', 'json', '-c', 'Nothing'),
        ('--nonsense',),
    ],
)
def test_what_it_does_not_understand_is_refused(
    project: Project, arguments: tuple[str, ...]
) -> None:
    done = project.run(*arguments)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr


def test_columns_are_not_chosen_in_vain(project: Project) -> None:
    # A format without columns refuses the option, and does not ignore it.
    done = project.run('-f', 'json', '-c', 'Status')
    assert done.returncode == 2 or 'cells' not in done.stdout


def test_a_broken_catalogue_is_reported_and_the_others_are_shown(
    project: Project,
) -> None:
    done = project.run(
        '-f', 'csv', namespaces=('theirs:HERE', 'theirs:leaves')
    )
    assert done.returncode == 2
    assert re.search(
        r'theirs:leaves: .*theirs\.py:\d+: SystemExit: on purpose', done.stderr
    )
    assert 'flush' in done.stdout


def test_facts_about_no_workaround_here_are_reported(project: Project) -> None:
    project.facts['fixes']['quemu'] = project.facts['fixes']['qemu']
    done = project.run('-f', 'csv')
    assert done.returncode == 0
    line = project.data.read_text().splitlines().index('  "quemu": {') + 2
    assert done.stderr == (
        f'workarounds: {project.data}:{line}: fixes.quemu.{BUG}: no '
        f'declaration here has exactly one fix in quemu for that bug\n'
    )


BROKEN = {
    'empty': ('', ':1: is empty; fetch the file again'),
    'cut off': ('{"schema": 1,\n "platforms": {\n', ':2: cannot be read: '),
    'of another version': (
        '\n\nschema: 2\n',
        ":3: schema: '2' is not 1, the schema version",
    ),
    'without a version': ('platforms: {}\n', ":1: 'schema' is missing"),
    'a list': ('- 1\n', ':1: a list is not '),
    'binary': ('\x00\x01', ':1: '),
    'a cycle': (
        'schema: 1\nplatforms: &a\n  acme:1: *a\n',
        ':3: is an alias; write the value out',
    ),
    'very deep': ('[' * 10000, ':1: is nested deeper than '),
    'with a field of 10 MB': (
        f'schema: 1\nplatforms:\n  acme:1:\n    title: {"a" * 10_000_000}\n'
        f'    source: a\n    packages: dpkg\n',
        ':4: platforms.acme:1.title: is 10000000 characters long',
    ),
    'with a key of 10 MB': (
        f'schema: 1\n? {"a" * 10_000_000}\n: 1\n',
        'is unknown here',
    ),
    'with a misspelt key': (
        "schema: 1\nplatforms:\n  'acme:1':\n    title: a\n    source: a\n"
        '    packages: dpkg\n    end_of_live: 2001-01-01\n',
        ':7: platforms.acme:1.end_of_live: is unknown here; did you mean '
        "'end_of_life'?",
    ),
    'with a day that is none': (
        "schema: 1\nplatforms:\n  'acme:1':\n    title: a\n    source: a\n"
        '    packages: dpkg\n    end_of_life: 2001-02-30\n',
        ":7: platforms.acme:1.end_of_life: '2001-02-30' is not a date",
    ),
    'with a platform of nowhere': (
        'schema: 1\nservices:\n  a:\n    title: a\n    platforms:\n'
        "      'acme:9':\n        source: a\nas_of: 2026-11-23\n",
        ':6: services.a.platforms.acme:9: no data file has that platform; '
        'add it to platforms',
    ),
    'with an address that runs a script': (
        'schema: 1\nfixes:\n  a:\n    https://a.example/1:\n'
        "      reopened: 'javascript:alert(1)'\n",
        ":5: fixes.a.https://a.example/1.reopened: 'javascript:alert(1)' is "
        'not an absolute ',
    ),
    'with an address that ends in a new line': (
        'schema: 1\nfixes:\n  a:\n    https://a.example/1:\n'
        '      reopened: |\n        https://a.example/b\n',
        ':5: fixes.a.https://a.example/1.reopened: ',
    ),
    'with a name that ends in a new line': (
        'schema: 1\nplatforms:\n  "acme:9\\n":\n    title: a\n'
        '    source: a\n    packages: dpkg\n',
        ':3: ',
    ),
    'with a source of two lines': (
        'schema: 1\nships:\n  qemu:\n    debian:13:\n      version: 1.0\n'
        '      package: a\n      source: "https://a\\n\\n.. raw:: html"\n',
        ':7: ships.qemu.debian:13.source: ',
    ),
}


@pytest.mark.parametrize('broken', BROKEN)
def test_a_broken_data_file_is_reported_with_its_line(
    project: Project, tmp_path: pathlib.Path, broken: str
) -> None:
    text, message = BROKEN[broken]
    path = tmp_path / 'broken.yaml'
    path.write_text(text)
    page = tmp_path / 'page.html'
    done = project.run('--data', path, '--output', page)
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith(f'workarounds: {path}:')
    assert message in done.stderr
    assert len(done.stderr) < 2000
    assert not page.exists()
