# SPDX-License-Identifier: Apache-2.0
"""What a random program is run with, and what can be seen of it."""

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
from typing import Any

from tests.retire import forced

#: Effects after which a program is stopped.
_PATIENCE = 300
#: Seconds after which a program that has no effects is stopped.
_STUCK = 10
_TESTS = 'test_program.py'
_FUNCTION = re.compile('^def (test_\\w+)', re.MULTILINE)
_ADDRESS = re.compile(' at 0x[0-9a-f]+')


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


class _Settings:
    """Stands for what a test sets the toggle with; it sets nothing."""

    def __call__(self, *args: object, **keywords: object) -> None:
        pass

    flags = useFixture = set_override = __call__  # noqa: N815 - as testtools spells it


def run(
    directory: pathlib.Path, answers: forced.Answers, seed: int
) -> dict[str, Seen]:
    """Run a program and its tests with an answer forced.

    :returns: what each of these functions did
    """
    seen = {'main': _call('program', 'main', directory, answers, seed)}
    if (directory / _TESTS).is_file():
        names = _FUNCTION.findall((directory / _TESTS).read_text())
        module = _TESTS.removesuffix('.py')
        seen |= {
            name: _call(module, name, directory, answers, seed)
            for name in names
        }
    return seen


def _call(
    module: str,
    function: str,
    directory: pathlib.Path,
    answers: forced.Answers,
    seed: int,
) -> Seen:
    world, printed = _World(seed), io.StringIO()
    arguments = _arguments(world, seed)
    conf = forced.Conf(answers, _Settings())
    with contextlib.redirect_stdout(printed), _limit():
        try:
            loaded = forced.Modules(answers, conf, directory).load(module)
            called = getattr(loaded, function)
            names = inspect.signature(called).parameters
            value = called(**{name: arguments[name] for name in names})
            outcome = f'returned {_finished(value)!r}'
        except _StoppedError:
            outcome = 'did not end'
        except Exception as error:
            outcome = f'raised {type(error).__name__}{error.args}'
    texts = outcome, printed.getvalue(), repr(arguments['box'])
    return Seen(tuple(world.log), *(_ADDRESS.sub('', text) for text in texts))


def _arguments(world: _World, seed: int) -> dict[str, Any]:
    def ctx(key: object) -> _Context:
        return _Context(world, key)

    chance = random.Random(seed)
    a, b, c = (chance.randrange(4) for _ in range(3))
    items = [chance.randrange(4) for _ in range(chance.randrange(1, 4))]
    return {
        'call': world,
        'ctx': ctx,
        'items': items,
        'a': a,
        'b': b,
        'c': c,
        'box': {0: b, 'k': c, 'n': a},
        'testcase': _Settings(),
        'workaround': _Settings(),
    }


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
