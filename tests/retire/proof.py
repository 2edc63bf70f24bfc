# SPDX-License-Identifier: Apache-2.0
"""That a retired program does what it did with its toggle forced."""

import ast
import collections
from collections.abc import Iterator
import contextlib
import dataclasses
import inspect
import io
import pathlib
import random
import re
import signal
import types
from typing import Any

from tests.retire import flakes as tests_flakes
from tests.retire import forced
from tests.retire import programs
from tests.retire_cases import declarations
from workarounds import cli

#: Runs of each program with different answers of everything else.
RUNS = 6
#: Effects after which a program is stopped.
_PATIENCE = 300
#: Seconds after which a program that has no effects is stopped.
_STUCK = 10
_ADDRESS = re.compile(' at 0x[0-9a-f]+')
_CATALOGUE = f'{declarations.__name__}:DECLARATIONS'
_DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}


class _StoppedError(BaseException):
    """The program runs for too long."""


class _BoomError(Exception):
    """What programs raise and catch."""


class _World:
    """What a program calls; logs it, and answers by chance.

    :param seed: the same seed and the same calls give the same answers
    """

    Error = _BoomError

    def __init__(self, seed: int) -> None:
        self.log: list[str] = []
        self.flag = bool(seed % 2)
        self._seed = seed
        self._times: collections.Counter[str] = collections.Counter()

    def chance(self, key: object) -> random.Random:
        """Return what decides about this call alone."""
        self._times[str(key)] += 1
        return random.Random(f'{self._seed} {key} {self._times[str(key)]}')

    def note(self, what: str) -> None:
        """Log an effect."""
        self.log.append(what)
        if len(self.log) > _PATIENCE:
            raise _StoppedError

    def __call__(self, key: object, *args: object, **keywords: object) -> Any:
        self.note(f'call {key} {args} {keywords}')
        chance = self.chance(key)
        if chance.randrange(20) == 0:
            raise _BoomError(key)
        return chance.choice([True, False, 0, 1, 2, '', 'x', None, [], [1]])

    def each(self) -> list[int]:
        """Return something to go through."""
        self.note('each')
        return list(range(self.chance('each').randrange(3)))

    async def later(self, key: object) -> Any:
        """Do the same as a coroutine."""
        return self(key)

    async def later_each(self) -> Any:
        """Do the same as an asynchronous generator."""
        for item in self.each():
            yield item


class _Context:
    """A context manager, of both kinds."""

    def __init__(self, world: _World, key: object) -> None:
        self._world, self._key = world, key

    def __enter__(self) -> object:
        return self._world(f'enter {self._key}')

    def __exit__(self, kind: Any, error: object, trace: object) -> bool:
        self._world.note(f'exit {self._key} {kind} {error!r}')
        chance = self._world.chance(f'exit {self._key}')
        return kind is _BoomError and chance.randrange(3) == 0

    async def __aenter__(self) -> object:
        return self.__enter__()

    async def __aexit__(self, kind: Any, error: object, trace: object) -> bool:
        return self.__exit__(kind, error, trace)


@dataclasses.dataclass(frozen=True)
class Seen:
    """All that can be seen of one run from outside."""

    log: tuple[str, ...]
    outcome: str
    printed: str
    box: str


def run(source: bytes, answers: forced.Answers, seed: int) -> Seen:
    """Run a program with an answer forced."""
    world, printed = _World(seed), io.StringIO()
    chance = random.Random(seed)
    a, b, c = (chance.randrange(4) for _ in range(3))
    items = [chance.randrange(4) for _ in range(chance.randrange(1, 4))]
    box: dict[object, object] = {0: b, 'k': c, 'n': a}

    def ctx(key: object) -> _Context:
        return _Context(world, key)

    with contextlib.redirect_stdout(printed), _limit():
        try:
            main = _load(source, answers).main
            value = main(world, ctx, box, items, a, b, c)
            outcome = f'returned {_finished(value)!r}'
        except _StoppedError:
            outcome = 'did not end'
        except Exception as error:
            outcome = f'raised {type(error).__name__}{error.args}'
    texts = outcome, printed.getvalue(), repr(box)
    return Seen(tuple(world.log), *(_ADDRESS.sub('', text) for text in texts))


def _load(source: bytes, answers: forced.Answers) -> types.ModuleType:
    modules = forced.Modules(
        answers, forced.Conf(answers), pathlib.Path('/nowhere')
    )
    return modules.execute('program', source)


def _finished(value: Any) -> Any:
    if not inspect.iscoroutine(value):
        return value
    try:
        value.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError('it waits for somebody')


@contextlib.contextmanager
def _limit() -> Iterator[None]:
    def stop(number: int, frame: object) -> None:
        raise _StoppedError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_STUCK)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


#: Not what is said of the result: WA308, WA314 and WA315.
_LEFT = r'^.*program\.py:(\d+: WA3(?:0[1-79]|1[0-3]) .*)$'


@dataclasses.dataclass(frozen=True)
class Retired:
    """A program after the retirement.

    :param left: the reports of what was not changed, or not all of it
    """

    source: bytes
    left: tuple[str, ...]


def retire(
    source: bytes, name: str, *, is_on: bool, directory: pathlib.Path
) -> Retired:
    """Retire a workaround in one file.

    :param directory: where the file can be written
    """
    path = directory / 'program.py'
    path.write_bytes(source)
    arguments = ['--namespace', _CATALOGUE, '--service-version', '5.0.0']
    arguments += ['retire', name, str(path), '--write']
    if is_on:
        arguments.append('--keep-behaviour')
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = cli.main(arguments)
    assert code in (0, 1), err.getvalue()
    reported = re.findall(_LEFT, err.getvalue(), re.MULTILINE)
    return Retired(path.read_bytes(), tuple(reported))


@dataclasses.dataclass(frozen=True)
class Trial:
    """A program that is retired."""

    source: bytes
    name: str
    is_on: bool

    @classmethod
    def of(cls, seed: int) -> 'Trial':
        """Make a program by chance."""
        toggle, text = programs.make(seed)
        chance = random.Random(seed)
        if chance.randrange(10) == 0:
            text = text.replace('\n', '\r\n')
        return cls(text.encode(), toggle.name, bool(chance.randrange(2)))

    @property
    def answers(self) -> forced.Answers:
        """What the workaround answers."""
        return forced.Answers.of(_DECLARED[self.name], is_on=self.is_on)

    def fault(self, directory: pathlib.Path) -> str:
        """Say what is wrong with the retired program; nothing if all is well.

        :param directory: where a file can be written
        """
        retired = retire(
            self.source, self.name, is_on=self.is_on, directory=directory
        )
        return '\n'.join(
            fault
            for fault in (
                *_faults_of_text(self, retired),
                *_faults_of_behaviour(self, retired),
                *_faults_of_a_second_run(self, retired, directory),
            )
        )


def _faults_of_text(trial: Trial, retired: Retired) -> Iterator[str]:
    try:
        new = flakes(retired.source) - flakes(trial.source)
    except SyntaxError as error:
        yield f'it does not parse: {error}'
        return
    if new:
        yield f'pyflakes: {sorted(new)}'
    options = '|'.join(trial.answers.options)
    read = re.compile(rf'\b(workarounds|CONF)\b.*\b({options}|{trial.name})\b')
    remains = read.search(retired.source.decode())
    if remains and not retired.left:
        yield f'it still reads, and nothing is reported: {remains[0]}'
    if not retired.left:
        for line in _dead_conditions(retired.source):
            yield f'line {line}: a condition that is always the same'


def _dead_conditions(source: bytes) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.If | ast.IfExp)
            and isinstance(node.test, ast.Constant)
            and isinstance(node.test.value, bool)
        ):
            yield node.lineno


def _faults_of_behaviour(trial: Trial, retired: Retired) -> Iterator[str]:
    for seed in range(RUNS):
        before = run(trial.source, trial.answers, seed)
        after = run(retired.source, trial.answers, seed)
        if before != after:
            yield f'run {seed}:\n  {before}\n  {after}'
            return


def _faults_of_a_second_run(
    trial: Trial, retired: Retired, directory: pathlib.Path
) -> Iterator[str]:
    again = retire(
        retired.source, trial.name, is_on=trial.is_on, directory=directory
    )
    if again.source != retired.source:
        yield f'a second run changes it:\n{again.source.decode()}'


def flakes(source: bytes) -> set[str]:
    """Tell what pyflakes has to say."""
    return {
        str(message.message % message.message_args)
        for message in tests_flakes.flakes(source)
    }
