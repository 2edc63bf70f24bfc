# SPDX-License-Identifier: Apache-2.0
"""Source that is run with the answers of one workaround forced.

The source gets modules of ours for ``workarounds`` and ``oslo_config``, so
that it runs in this process, and answers differ from one run to the next.
"""

import builtins
from collections.abc import Mapping
import dataclasses
import functools
import importlib
from importlib import util
import pathlib
import types
from typing import Any


@functools.lru_cache(maxsize=64)
def _compiled(source: bytes, name: str) -> types.CodeType:
    # Each source is run many times, with other answers.
    return compile(source, name, 'exec')


@dataclasses.dataclass(frozen=True)
class Answers:
    """What one workaround, and its options, answer.

    :param options: what they hold, the toggle's too
    :param group: of the options
    """

    name: str
    is_on: bool
    options: Mapping[str, object]
    others: bool = True
    group: str = 'workarounds'

    @classmethod
    def of(cls, declaration: Any, *, is_on: bool) -> 'Answers':
        """Force a declared workaround on or off."""
        says_yes = is_on is (declaration.polarity == 'enabled_by')
        is_list = not isinstance(declaration.toggle, str)
        value: object = says_yes
        if is_list:
            value = ['a', 'raw'] if says_yes else []
        options = {
            opt.dest: opt.default
            for _, opt in map(declaration.param, declaration.params)
        }
        return cls(
            declaration.name,
            is_on,
            {declaration.option: value, **options},
            group=declaration.group,
        )

    def enabled(self, name: str, conf: object = None) -> bool:
        """Stand for workarounds.enabled."""
        return self.is_on if name == self.name else self.others

    def value(self, name: str, conf: object = None) -> object:
        """Stand for workarounds.value."""
        if name == self.name:
            return next(iter(self.options.values()))
        return self.others

    def param(self, name: str, key: str, conf: object = None) -> object:
        """Stand for workarounds.param."""
        return self.options[f'{name}_{key}']

    def option(self, group: str, option: str) -> object:
        """Stand for CONF.<group>.<option>."""
        if group == self.group:
            return self.options.get(option, self.others)
        return self.others


class Conf:
    """Stands for a configuration object.

    :param other: what it has besides the group
    """

    def __init__(self, answers: Answers, other: object = None) -> None:
        self.workarounds = _Group(answers, 'workarounds')
        self.other = other
        self._answers = answers

    def __getattr__(self, name: str) -> object:
        if name.startswith('__'):
            raise AttributeError(name)
        answers = self._answers
        if name == answers.group:
            return _Group(answers, name)
        if answers.group == 'DEFAULT' and name in answers.options:
            return answers.option('DEFAULT', name)
        return getattr(self.other, name)

    def __getitem__(self, name: str) -> object:
        return getattr(self, name)

    get = __getitem__

    def __repr__(self) -> str:
        return 'CONF'


class _Group:
    def __init__(self, answers: Answers, name: str) -> None:
        self._answers = answers
        self._name = name

    def __getattr__(self, option: str) -> object:
        if option.startswith('__'):
            raise AttributeError(option)
        return self._answers.option(self._name, option)

    __getitem__ = __getattr__

    def __repr__(self) -> str:
        return f'CONF.{self._name}'


class Modules:
    """Imports modules of a directory, with ours in the place of some.

    :param directory: where the source's own modules are
    """

    def __init__(
        self, answers: Answers, conf: Conf, directory: pathlib.Path
    ) -> None:
        self._directory = directory
        config = types.ModuleType('oslo_config')
        vars(config)['cfg'] = types.SimpleNamespace(CONF=conf)
        library = types.ModuleType('workarounds')
        for name in ('enabled', 'value', 'param'):
            setattr(library, name, getattr(answers, name))
        fixtures = types.ModuleType('workarounds.fixture')
        # What is forced stays, whatever a test sets.
        vars(fixtures)['WorkaroundFixture'] = types.SimpleNamespace
        vars(library)['fixture'] = fixtures
        self._modules: dict[str, types.ModuleType] = {
            'oslo_config': config,
            'workarounds': library,
            'workarounds.fixture': fixtures,
        }
        self._builtins = {**vars(builtins), '__import__': self._import}

    def load(self, name: str) -> types.ModuleType:
        """Import a module, after what it is in."""
        parent, _, last = name.rpartition('.')
        around = self.load(parent) if parent else None
        if name in self._modules:
            return self._modules[name]
        path = self._directory.joinpath(*name.split('.'))
        files = [path.with_name(f'{path.name}.py'), path / '__init__.py']
        file = next((file for file in files if file.is_file()), None)
        if file is None:
            return importlib.import_module(name)
        package = name if file.parent == path else parent
        module = self.execute(name, file.read_bytes(), package)
        if around is not None:
            setattr(around, last, module)
        return module

    def execute(
        self, name: str, source: bytes, package: str = ''
    ) -> types.ModuleType:
        """Make a module of a text."""
        module = self._modules[name] = types.ModuleType(name)
        vars(module)['__builtins__'] = self._builtins
        vars(module)['__package__'] = package
        exec(_compiled(source, f'{name}.py'), vars(module))
        return module

    def _import(
        self,
        name: str,
        scope: Mapping[str, str],
        local: object = None,
        wanted: tuple[str, ...] | None = (),
        level: int = 0,
    ) -> types.ModuleType:
        if level:
            dots = '.' * level
            name = util.resolve_name(dots + name, scope['__package__'])
        module = self.load(name)
        for attribute in wanted or ():
            if attribute != '*' and not hasattr(module, attribute):
                self.load(f'{name}.{attribute}')
        return module if wanted else self.load(name.partition('.')[0])
