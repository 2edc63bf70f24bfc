# SPDX-License-Identifier: Apache-2.0
"""That a retired program does what it did with its toggle forced."""

import ast
from collections.abc import Iterator
from collections.abc import Mapping
import contextlib
import dataclasses
import io
import pathlib
import random
import re

from tests.retire import flakes as tests_flakes
from tests.retire import forced
from tests.retire import programs
from tests.retire import worlds
from tests.retire.surroundings import OUTSIDE
from tests.retire_cases import declarations
from workarounds import cli

#: Runs of each program with different answers of everything else.
RUNS = 6
#: Not what is said of the result: WA308, and WA314 and later.
_REPORT = re.compile(
    r'^(?:.*/)?(\w+\.py:\d+: WA3(?:0[1-79]|1[0-3]) .*)$', re.MULTILINE
)
#: The module of the program itself.
PROGRAM = 'program.py'
_UNUSED = re.compile(r"(\w+)' imported but unused$")
#: The names of imports that may fail.
_TRIED = re.compile(r'tool|t\d+')
_CATALOGUE = f'{declarations.__name__}:DECLARATIONS'
_DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}

#: The texts of a program, by the names of its files.
Files = Mapping[str, bytes]


@dataclasses.dataclass(frozen=True)
class Retired:
    """A program after the retirement.

    :param files: by their names
    :param left: the reports of what was not changed, or not all of it,
        with name and line
    """

    files: Files
    left: tuple[str, ...]

    @property
    def program(self) -> bytes:
        """The text of the program itself."""
        return self.files[PROGRAM]

    def is_reported(self, name: str) -> bool:
        """Return whether anything is reported in a file."""
        return any(line.startswith(f'{name}:') for line in self.left)


def retire(directory: pathlib.Path, name: str, *, is_on: bool) -> Retired:
    """Retire a workaround in the files of a directory."""
    paths = [
        str(path) for path in directory.glob('*.py') if path.name != OUTSIDE
    ]
    arguments = ['--namespace', _CATALOGUE, '--service-version', '5.0.0']
    arguments += ['retire', name, *sorted(paths), '--write']
    if is_on:
        arguments.append('--keep-behaviour')
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(arguments)
    assert code in (0, 1), err.getvalue()
    reported = _REPORT.findall(err.getvalue())
    return Retired(read(directory), tuple(reported))


def retire_program(
    directory: pathlib.Path, program: bytes, name: str, *, is_on: bool
) -> Retired:
    """Retire a workaround in a program of one file."""
    write(directory, {PROGRAM: program})
    return retire(directory, name, is_on=is_on)


def read(directory: pathlib.Path) -> Files:
    """Read the files of a program."""
    return {path.name: path.read_bytes() for path in directory.glob('*.py')}


def write(directory: pathlib.Path, files: Files) -> None:
    """Write the files of a program, and nothing else."""
    directory.mkdir(exist_ok=True)
    (directory / 'setup.cfg').touch()
    for path in directory.glob('*.py'):
        path.unlink()
    for name, text in files.items():
        (directory / name).write_bytes(text)


@dataclasses.dataclass(frozen=True)
class Trial:
    """A program that is retired."""

    files: Files
    name: str
    is_on: bool

    @classmethod
    def of(cls, seed: int) -> 'Trial':
        """Make a program by chance."""
        toggle, texts = programs.make(seed)
        chance = random.Random(seed)
        end = '\r\n' if chance.randrange(10) == 0 else '\n'
        files = {
            name: text.replace('\n', end).encode()
            for name, text in texts.items()
        }
        return cls(files, toggle.name, bool(chance.randrange(2)))

    @property
    def answers(self) -> forced.Answers:
        """What the workaround answers."""
        return forced.Answers.of(_DECLARED[self.name], is_on=self.is_on)

    def fault(self, directory: pathlib.Path) -> str:
        """Say what is wrong with the retired program; nothing if all is well.

        :param directory: where files can be written
        """
        before, after = directory / 'before', directory / 'after'
        write(before, self.files)
        write(after, self.files)
        retired = retire(after, self.name, is_on=self.is_on)
        return '\n'.join(
            fault
            for fault in (
                *_faults_of_text(self, retired),
                *_faults_of_behaviour(self, before, after),
                *_faults_of_a_second_run(self, retired, after),
            )
        )


def _faults_of_text(trial: Trial, retired: Retired) -> Iterator[str]:
    options = '|'.join(trial.answers.options)
    read = re.compile(rf'\b(workarounds|CONF)\b.*\b({options}|{trial.name})\b')
    for name, text in retired.files.items():
        try:
            new = flakes(text) - flakes(trial.files[name])
        except SyntaxError as error:
            yield f'{name} does not parse: {error}'
            continue
        if new := {flake for flake in new if not _stays(flake, retired)}:
            yield f'pyflakes: {name}: {sorted(new)}'
        if retired.is_reported(name):
            continue
        if remains := read.search(text.decode()):
            yield f'{name} still reads; nothing is reported: {remains[0]}'
        for line in _dead_conditions(text):
            yield f'{name}:{line}: a condition that is always the same'


def _stays(flake: str, retired: Retired) -> bool:
    """Return whether an import stays without a use in its module.

    One that may fail decides something. Tests may use another one.
    """
    unused = _UNUSED.search(flake)
    return unused is not None and (
        _TRIED.fullmatch(unused[1]) is not None
        or any(
            f'program.{unused[1]}'.encode() in text
            for text in retired.files.values()
        )
    )


def _dead_conditions(source: bytes) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.If | ast.IfExp)
            and isinstance(node.test, ast.Constant)
            and isinstance(node.test.value, bool)
        ):
            yield node.lineno


def _faults_of_behaviour(
    trial: Trial, before: pathlib.Path, after: pathlib.Path
) -> Iterator[str]:
    other = 'off' if trial.is_on else 'on'
    for seed in range(RUNS):
        old = worlds.run(before, trial.answers, seed)
        new = worlds.run(after, trial.answers, seed)
        # A test of the other value has nothing left to test.
        for name in old.keys() - new.keys() - {f'test_sets_{other}'}:
            yield f'{name} is removed'
        for name, seen in new.items():
            if seen != old[name]:
                yield f'{name}, run {seed}:\n  {old[name]}\n  {seen}'
                return


def _faults_of_a_second_run(
    trial: Trial, retired: Retired, directory: pathlib.Path
) -> Iterator[str]:
    again = retire(directory, trial.name, is_on=trial.is_on)
    for name, text in again.files.items():
        if text != retired.files[name]:
            yield f'a second run changes {name}:\n{text.decode()}'


def flakes(source: bytes) -> set[str]:
    """Tell what pyflakes has to say."""
    return {
        str(message.message % message.message_args)
        for message in tests_flakes.flakes(source)
    }
