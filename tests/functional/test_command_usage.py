# SPDX-License-Identifier: Apache-2.0
"""The command used wrongly, and with catalogues that are broken."""

from collections.abc import Callable
import configparser
from importlib import metadata
import pathlib
import re
import shlex
import subprocess
import sys

import pytest

from tests.functional import command_line

HEAD = """
import workarounds

def declare(name, **fields):
    facts = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': ['https://bugs.example.org/1'],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)

"""
ROOT = pathlib.Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: pathlib.Path) -> Run:
    """Return a function that runs the command beside modules of its own."""

    def run(
        *arguments: object, start: Run = command_line.run, **modules: str
    ) -> subprocess.CompletedProcess[str]:
        for name, code in modules.items():
            (tmp_path / f'{name}.py').write_text(HEAD + code)
        (tmp_path / 'empty.conf').touch()
        return start(
            *('--config-file', tmp_path / 'empty.conf', *arguments),
            HOME=str(tmp_path),
            PYTHONPATH=str(tmp_path),
        )

    return run


@pytest.mark.parametrize(
    ('arguments', 'said'),
    [
        (['--namespace', 'nova'], 'no command given'),
        (
            ['--namespace', 'nova', 'lst'],
            "unknown command 'lst'; did you mean list?",
        ),
        (['LIST'], "unknown command 'LIST'; did you mean list?"),
        (['help', '--lsit'], 'help: error: unrecognized arguments: --lsit'),
        (['help', 'chek'], "unknown command 'chek'; did you mean check?"),
        (
            ['-n', 'nova', 'list'],
            'unrecognized option before the command: -n; write the options '
            'of a command after it',
        ),
        (
            ['--target-version', '35.0.0', 'check'],
            'unrecognized option before the command: --target-version; write '
            'the options of a command after it',
        ),
        (
            ['--namspace', 'nova', 'list'],
            'unrecognized option before the command: --namspace; did you '
            'mean --namespace?',
        ),
        (
            ['check', '--stict'],
            'unrecognized arguments: --stict; did you mean --strict?',
        ),
        (
            ['advise', '--hots=a.json'],
            'unrecognized arguments: --hots=a.json; did you mean --host?',
        ),
        # A global option may come after the subcommand.
        (
            ['list', '--namspace', 'nova'],
            'unrecognized arguments: --namspace; did you mean --namespace?',
        ),
        (
            ['list'],
            'no catalogue given, and none is chosen where --config-file, '
            '--config-dir, --host or --root is given; name one with '
            '--namespace, such as: workarounds --namespace nova list; '
            'installed: nova, placement, ',
        ),
        (
            ['check'],
            'no catalogue given, and none is chosen where --config-file, ',
        ),
        (
            ['show', 'a'],
            'no catalogue given, and none is chosen where --config-file, ',
        ),
        (
            ['--namespace', 'nvoa', 'list'],
            "workarounds: no catalogue is called 'nvoa'; did you mean nova? "
            'Installed: ',
        ),
        (
            ['--namespace', 'NOVA', 'list'],
            "no catalogue is called 'NOVA'; did you mean nova? Installed: ",
        ),
        (
            ['--namespace', 'nova', '--namespace', 'plcement', 'list'],
            "workarounds: no catalogue is called 'plcement'; did you mean "
            'placement? Installed: ',
        ),
        (['--namespace'], 'argument --namespace: expected one argument'),
        (
            ['--namespace', 'nova', 'check', 'nova.conf'],
            "check takes no argument, and 'nova.conf' is one; name a "
            'configuration file with --config-file nova.conf',
        ),
        (
            ['list', 'nova'],
            "list takes no argument, and 'nova' is one; name a catalogue "
            'with --namespace nova',
        ),
        (
            ['--namespace', 'nova', 'advise', 'disable_rootwrap'],
            "advise takes no argument, and 'disable_rootwrap' is one; name a "
            'workaround with --only disable_rootwrap',
        ),
        (
            ['--namespace', 'nova', 'list', 'disable_rootwrap'],
            "list takes no argument, and 'disable_rootwrap' is one; see one "
            'workaround with: workarounds show disable_rootwrap',
        ),
        (
            ['complete', 'zsh'],
            "complete takes no argument, and 'zsh' is one; see workarounds "
            'help complete',
        ),
        (
            ['--namespace', 'nova', 'matrix', 'nova.conf'],
            "matrix takes no argument, and 'nova.conf' is one; see "
            'workarounds help matrix',
        ),
        (
            ['--namespace', 'nova', 'matrix', '--output', 'x.pdf'],
            'no format has names that end in .pdf; use one of .csv, .html, '
            '.json, .rst, .txt, .yaml, .yml, or give -f',
        ),
        (
            ['--namespace', 'nova', 'matrix', '--check', 'x.pdf'],
            'no format has names that end in .pdf; use one of .csv, ',
        ),
        (
            ['--namespace', 'nova', 'list', '-f', 'xml'],
            "argument -f/--format: invalid choice: 'xml'",
        ),
        (
            ['--namespace', 'nova', 'list', '-c', 'Nmae'],
            "No recognized column names in ['Nmae']",
        ),
        (
            ['--namespace', 'nova', 'check', '--ignore', 'WA999'],
            "argument --ignore: invalid choice: 'WA999'",
        ),
        (
            ['--namespace', 'nova', 'show'],
            'the following arguments are required: name',
        ),
        (['--log-file', '/nowhere/a', 'list'], '/nowhere/a'),
        (
            ['--namespace', 'nova', '--service-version', 'x', 'list'],
            "'x'",
        ),
    ],
)
def test_wrong_usage_is_reported_and_returns_2(
    run: Run, arguments: list[str], said: str
) -> None:
    done = run(*arguments)
    assert said in done.stderr
    assert 'Traceback' not in done.stderr
    assert 'internal error' not in done.stderr
    assert done.returncode == 2
    assert done.stdout == ''


def test_nothing_at_all_shows_how_it_is_used() -> None:
    done = command_line.run()
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.startswith('usage: workarounds ')
    assert done.stderr.endswith('no command given; see workarounds --help\n')


@pytest.mark.parametrize(
    'arguments', [['--help'], ['help'], ['help', 'list'], ['help', '--help']]
)
def test_help_is_no_wrong_usage(arguments: list[str]) -> None:
    done = command_line.run(*arguments)
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout.startswith('usage: workarounds ')


def test_help_lists_the_commands_that_begin_with_a_word() -> None:
    done = command_line.run('help', 'data')
    assert (done.returncode, done.stderr) == (0, '')
    assert '  data check\n  data diff\n' in done.stdout


def test_help_tells_the_exit_codes() -> None:
    text = ' '.join(command_line.run('--help').stdout.split())
    assert (
        'Exit codes: 0 nothing to report, 1 findings, 2 wrong usage or '
        'unreadable input.'
    ) in text


@pytest.mark.parametrize(
    'code',
    [
        "HERE = [declare('flush')]",
        "def HERE():\n    return (declare('flush'),)",
    ],
)
def test_a_catalogue_is_named_by_module_and_attribute(
    run: Run, code: str
) -> None:
    done = run(
        *('--namespace', 'theirs:HERE', 'list', '-f', 'value', '-c', 'name'),
        theirs=code,
    )
    assert (done.returncode, done.stderr) == (0, '')
    assert done.stdout == 'flush\n'


@pytest.mark.parametrize(
    ('namespace', 'code', 'cause'),
    [
        (
            'theirs:HERE',
            'import no_such_module',
            "ModuleNotFoundError: No module named 'no_such_module'",
        ),
        ('theirs:HERE', '1 / 0', 'ZeroDivisionError: division by zero'),
        ('theirs:HERE', 'raise SystemExit("stop")', 'SystemExit: stop'),
        (
            'theirs:HERE',
            '',
            "AttributeError: module 'theirs' has no attribute 'HERE'",
        ),
        (
            'elsewhere:HERE',
            '',
            "ModuleNotFoundError: No module named 'elsewhere'",
        ),
        (
            'theirs:HERE',
            "HERE = [declare('flush', bugs=[], expires='soon')]",
            'DeclarationError: Workaround flush: 2 problems:\n'
            '  - bugs is empty or not a list; write '
            "bugs=['https://bugs.launchpad.net/...'], or Unstated('why')\n"
            "  - expires 'soon' is not a version; write a release of the "
            "project ('35.0.0'), a date, Never('why') or Unstated('why')",
        ),
    ],
)
def test_a_broken_catalogue_is_reported_by_name_and_the_others_are_listed(
    run: Run, namespace: str, code: str, cause: str
) -> None:
    done = run(
        *('--namespace', namespace, '--namespace', 'placement'),
        *('list', '-f', 'value', '-c', 'name'),
        theirs=code,
    )
    # Code that fails is named with its line.
    said = re.sub(r'/\S+/theirs\.py:\d+: ', '', done.stderr)
    assert (said != done.stderr) is bool(code)
    assert said == f'workarounds: catalogue {namespace}: {cause}\n'
    assert done.stdout == 'optimize_for_wide_provider_trees\n'
    assert done.returncode == 2


def test_the_catalogue_of_a_module_is_suggested(run: Run) -> None:
    done = run(
        *('--namespace', 'theirs:CATALOG', 'list'),
        theirs='CATALOGUE = workarounds.Catalogue('
        "project='theirs', declarations=[declare('flush')])",
    )
    assert (done.returncode, done.stdout) == (2, '')
    assert (
        "no attribute 'CATALOG'; did you mean theirs:CATALOGUE?\n"
    ) in done.stderr


def test_check_is_no_good_news_while_a_catalogue_is_broken(run: Run) -> None:
    done = run(
        *('--namespace', 'theirs:HERE', '--namespace', 'placement', 'check'),
        theirs='1 / 0',
    )
    assert done.returncode == 2


@pytest.mark.parametrize(
    'arguments',
    [
        ['list'],
        ['show', 'flush'],
        ['check'],
        ['advise', '--only', 'flush'],
        ['matrix'],
        ['facts'],
    ],
)
def test_nothing_else_is_said_if_no_catalogue_can_be_loaded(
    run: Run, arguments: list[str]
) -> None:
    done = run('--namespace', 'theirs:HERE', *arguments, theirs='1 / 0')
    assert (done.returncode, done.stdout) == (2, '')
    assert done.stderr.endswith(
        'ZeroDivisionError: division by zero\n'
        'workarounds: no catalogue could be loaded\n'
    )


def test_debug_shows_where_a_catalogue_failed(run: Run) -> None:
    done = run(
        *('--debug', '--namespace', 'theirs:HERE', '--namespace', 'placement'),
        'list',
        theirs='def divide():\n    return 1 / 0\n\ndivide()',
    )
    assert 'in divide\n    return 1 / 0\n' in done.stderr
    assert done.stderr.endswith('\nZeroDivisionError: division by zero\n')


def test_two_catalogues_that_clash_are_reported(run: Run) -> None:
    done = run(
        *('--namespace', 'ours:HERE', '--namespace', 'theirs:HERE'),
        *('list', '-f', 'value', '-c', 'name'),
        ours="HERE = [declare('flush')]",
        theirs="HERE = [declare('other', enabled_by='flush')]",
    )
    assert done.stdout == 'flush\n'
    assert done.stderr == (
        'workarounds: catalogue theirs:HERE: DuplicateDeclarationError: '
        'other: the option [workarounds] flush is taken by flush; choose '
        'another; within a project, workarounds audit names both places\n'
    )
    assert done.returncode == 2


def test_an_installed_catalogue_is_named_by_its_entry_point(
    run: Run, tmp_path: pathlib.Path
) -> None:
    info = tmp_path / 'theirs-1.0.dist-info'
    info.mkdir()
    (info / 'METADATA').write_text(
        'Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n'
    )
    (info / 'entry_points.txt').write_text(
        '[workarounds.declarations]\n'
        'theirs = theirs:HERE\n'
        'theirs-bad = theirs_bad:HERE\n'
        'theirs-gone = theirs:GONE\n'
    )
    modules = {'theirs': "HERE = [declare('flush')]", 'theirs_bad': '1 / 0'}
    done = run(
        *('--namespace', 'theirs-bad', '--namespace', 'theirs'),
        *('--namespace', 'theirs-gone'),
        *('list', '-f', 'value', '-c', 'name'),
        start=command_line.run_process,
        **modules,
    )
    assert done.stdout == 'flush\n'
    assert re.sub(r'/\S+/theirs_bad\.py:\d+: ', '', done.stderr) == (
        'workarounds: catalogue theirs-bad: ZeroDivisionError: division by '
        'zero\n'
        "workarounds: catalogue theirs-gone: AttributeError: module 'theirs' "
        "has no attribute 'GONE'\n"
    )
    assert done.returncode == 2
    done = run(
        *('--namespace', 'theirs_bad', 'list'), start=command_line.run_process
    )
    assert 'did you mean theirs-bad' in done.stderr


NO_TOOLS = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] == sys.argv[1]:
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)

sys.meta_path.insert(0, Refuse())
from workarounds import cli
sys.exit(cli.main(['--namespace', 'nova', sys.argv[2]]))
"""


@pytest.mark.parametrize(
    ('missing', 'subcommand', 'said'),
    [
        ('cliff', 'list', 'workarounds: the command needs cliff; '),
        ('univers', 'matrix', 'workarounds: matrix needs univers; '),
    ],
)
def test_without_the_extra_it_is_said_how_to_install_it(
    missing: str, subcommand: str, said: str
) -> None:
    done = command_line.run_python(NO_TOOLS, missing, subcommand)
    assert (done.returncode, done.stdout) == (2, '')
    [line] = done.stderr.splitlines()
    assert line.startswith(said)
    command = shlex.split(line.partition('install it with: ')[2])
    assert command[:4] == [sys.executable, '-m', 'pip', 'install']
    extra = configparser.ConfigParser()
    extra.read(ROOT / 'setup.cfg')
    named = extra['options.extras_require']['tools'].split()
    assert sorted(command[4:]) == sorted(named)


ONE_VERB = """
import sys
from workarounds import cli
code = cli.main(['--namespace', 'nova', '--config-file', sys.argv[1], 'list'])
print(*sys.modules, sep='\\n', file=sys.stderr)
sys.exit(code)
"""


def test_a_verb_loads_no_other_and_none_of_their_libraries() -> None:
    done = command_line.run_python(ONE_VERB, '/dev/null')
    assert done.returncode == 0
    loaded = set(done.stderr.split())
    subcommands = metadata.entry_points(group='workarounds.commands')
    assert {point.name for point in subcommands if point.module in loaded} == {
        'list'
    }
    assert loaded.isdisjoint({'jinja2', 'jsonschema', 'univers'})


BROKEN = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name == 'workarounds.cli.list':
            raise ValueError('a secret')

sys.meta_path.insert(0, Refuse())
from workarounds import cli
sys.exit(cli.main(sys.argv[1:]))
"""


def test_a_subcommand_that_cannot_be_loaded_is_not_an_unknown_one() -> None:
    done = command_line.run_python(BROKEN, '--namespace', 'nova', 'list')
    assert (done.returncode, done.stdout) == (255, '')
    assert done.stderr.startswith(
        'workarounds: internal error, please report it with the output of '
        '--debug: ValueError in '
    )
    assert 'secret' not in done.stderr
    done = command_line.run_python(BROKEN, '--debug', 'list')
    assert 'ValueError: a secret' in done.stderr


@pytest.mark.parametrize(
    ('release', 'is_newer'),
    [('34.0.0', False), ('34.0.1', False), ('35.0.0', True)],
)
@pytest.mark.parametrize('subcommand', ['list', 'check', 'advise'])
def test_a_release_that_the_catalogue_does_not_know_is_warned_about(
    subcommand: str, release: str, is_newer: bool
) -> None:
    done = command_line.run(
        *('--namespace', 'nova', '--service-version', release),
        *('--config-file', '/dev/null', subcommand),
    )
    warning = (
        'workarounds: the catalogue nova knows the releases up to 34.0.0; '
        '35.0.0 may have other workarounds\n'
    )
    assert done.stderr == (warning if is_newer else '')
