# SPDX-License-Identifier: Apache-2.0
"""Objects to call unknown code with, which tell what it does with them."""

from collections.abc import Callable
from collections.abc import Iterator
import contextlib
import dataclasses
import inspect
import io
import pathlib
import random
import types
from typing import Any

from tests.retire import forced

#: Effects after which code is held to run in circles.
_PATIENCE = 60


class _EnoughError(BaseException):
    """It runs in circles."""


class Script:
    """Decides what all probes of one run answer, and logs their calls.

    :param seed: the same seed and the same calls give the same answers
    """

    def __init__(self, seed: int) -> None:
        self.log: list[str] = []
        self._seed = seed

    def choose(self, below: int, *what: object) -> int:
        """Choose a number."""
        return random.Random(f'{self._seed} {what}').randrange(below)

    def effect(self, what: str) -> str:
        """Log what is seen from outside; it may fail."""
        self.log.append(what)
        if len(self.log) > _PATIENCE:
            raise _EnoughError
        this_time = f'{what}#{self.log.count(what)}'
        if self.choose(9, this_time) == 0:
            raise OSError(what)
        return this_time


class Probe:
    """Has every attribute, can be called, and is true or false by chance."""

    def __init__(self, script: Script, path: str) -> None:
        self._script, self._path = script, path

    def __getattr__(self, name: str) -> 'Probe':
        if name.startswith('__'):
            raise AttributeError(name)
        return Probe(self._script, f'{self._path}.{name}')

    def __getitem__(self, key: object) -> 'Probe':
        return Probe(self._script, f'{self._path}[{key!r}]')

    def __call__(self, *args: object, **keywords: object) -> 'Probe':
        what = f'{self._path}({_plain(args)}, {_plain(keywords)})'
        return Probe(self._script, self._script.effect(what))

    def __bool__(self) -> bool:
        return bool(self._script.choose(2, self._path))

    def __eq__(self, other: object) -> bool:
        return bool(self._script.choose(2, self._path, repr(other)))

    def __gt__(self, other: object) -> bool:
        return self == other

    __lt__ = __gt__

    def __contains__(self, other: object) -> bool:
        return self == other

    def __hash__(self) -> int:
        return self._script.choose(99, self._path)

    def __iter__(self) -> Iterator['Probe']:
        return (self[place] for place in range(len(self)))

    def __len__(self) -> int:
        return self._script.choose(4, self._path, 'length')

    def keys(self) -> list[str]:
        """Be a mapping."""
        return ['a', 'b']

    def __add__(self, other: object) -> 'Probe':
        return Probe(self._script, f'({self._path} + {other!r})')

    __radd__ = __sub__ = __mul__ = __rmul__ = __add__

    def __enter__(self) -> 'Probe':
        self._script.effect(f'enter {self._path}')
        return self

    def __exit__(self, *exc: object) -> None:
        self._script.effect(f'exit {self._path}')

    async def __aenter__(self) -> 'Probe':
        return self.__enter__()

    async def __aexit__(self, *exc: object) -> None:
        self.__exit__()

    def __await__(self) -> Iterator[Any]:
        self._script.effect(f'await {self._path}')
        return iter(())

    async def __aiter__(self) -> Any:
        for item in self:
            yield item

    def __repr__(self) -> str:
        return f'<{self._path}>'


@dataclasses.dataclass(frozen=True)
class Seen:
    """All that can be seen of one call from outside."""

    log: tuple[str, ...]
    outcome: str
    printed: str


def behaviour(
    directory: pathlib.Path, answers: forced.Answers, seed: int
) -> dict[str, object]:
    """Import all modules of a directory, and call all that is public there.

    :returns: what each public name holds, or did
    """
    seen: dict[str, object] = {}
    for file in sorted(directory.rglob('*.py')):
        path = file.relative_to(directory).with_suffix('')
        name = '.'.join(path.parts).removesuffix('.__init__')
        conf = forced.Conf(answers, Probe(Script(seed), 'CONF'))
        module = forced.Modules(answers, conf, directory).load(name)
        for key, function in _functions(name, module):
            script = Script(seed)
            conf.other = Probe(script, 'CONF')
            owner = getattr(module, key.partition('.')[0])
            seen[f'{name}.{key}'] = _call(function, script, conf, owner)
        for key, value in vars(module).items():
            if not key.startswith('_') and isinstance(value, int | str):
                seen[f'{name}.{key}'] = value
    return seen


def _functions(
    name: str, module: types.ModuleType
) -> Iterator[tuple[str, Callable[..., Any]]]:
    for key, value in list(vars(module).items()):
        if key.startswith('_') or getattr(value, '__module__', '') != name:
            continue
        if not isinstance(value, type):
            yield key, value
            continue
        for method, function in vars(value).items():
            if not method.startswith('_') and inspect.isroutine(function):
                yield f'{key}.{method}', getattr(value, method)


def _call(
    function: Callable[..., Any], script: Script, conf: object, owner: Any
) -> Seen:
    """Call a function with probes.

    :param conf: for parameters that are called after a configuration
    :param owner: the class of ``self``
    """

    def probes(function: Callable[..., Any]) -> dict[str, object]:
        return {
            parameter.name: conf
            if 'conf' in parameter.name
            else Probe(script, parameter.name)
            for parameter in inspect.signature(function).parameters.values()
            if parameter.default is parameter.empty
        }

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            arguments = probes(function)
            if 'self' in arguments:
                arguments['self'] = owner(**probes(owner))
            outcome = f'returned {_plain(function(**arguments))}'
        except _EnoughError:
            outcome = 'ran in circles'
        except Exception as error:
            outcome = f'raised {type(error).__name__}{error.args}'
    return Seen(tuple(script.log), outcome, printed.getvalue())


def _plain(value: Any) -> str:
    """Run what has only been started, and leave out addresses."""
    if inspect.iscoroutine(value):
        value = _finish(value)
    if inspect.isasyncgen(value):
        value = _finish(_collect(value))
    if inspect.isgenerator(value):
        value = ('generator', *value)
    if isinstance(value, list | tuple):
        return f'{type(value).__name__} {[_plain(item) for item in value]}'
    if isinstance(value, dict):
        return str([f'{key!r}: {_plain(item)}' for key, item in value.items()])
    is_shown = isinstance(value, float | int | str | set | Probe | None)
    return repr(value) if is_shown else type(value).__name__


async def _collect(values: Any) -> list[object]:
    return ['asynchronous', *[value async for value in values]]


def _finish(coroutine: Any) -> Any:
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value
    raise RuntimeError('it waits for somebody')
