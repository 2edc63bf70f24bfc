# SPDX-License-Identifier: Apache-2.0
"""What stands around a random function: other modules, classes, tests.

Each kind adds files, lines before the function, ways to ask, or statements
that the function may contain.
"""

import random

from tests.retire import forced
from tests.retire.expressions import Place
from tests.retire.statements import Statements
from tests.retire.toggles import Toggle
from tests.retire_cases import declarations

SIGNATURE = 'call, ctx, box, items, a, b, c'
#: The module that is not retired with the others: a library.
OUTSIDE = 'outside.py'
_LIBRARY = """\
NAMES = []


class Base:
    def __init_subclass__(cls):
        NAMES.append(cls.__name__)

    def run(self):
        return self._hook(), self.asks()

    def _hook(self):
        return 'base'

    def asks(self):
        return 1
"""
#: A base class, a method that it calls, and an expression that makes it do so.
_BASES = (
    ('outside.Base', '_hook(self)', '{name}().run()'),
    ('outside.Base', 'asks(self)', '{name}().run()'),
    ('json.JSONEncoder', 'default(self, o)', 'json.dumps(call, cls={name})'),
    ('collections.UserDict', '__missing__(self, key)', '{name}()["k"]'),
    (
        'string.Formatter',
        'get_value(self, key, args, kwargs)',
        '{name}().format("{{x}}")',
    ),
)
_STORES = (
    'flags.{name} = {value}',
    'setattr(flags, "{name}", {value})',
    'vars(flags)["{name}"] = {value}',
    'for module in (flags,): module.{name} = {value}',
    'flags.{name}, call.last = {value}, 1',
)
#: What tests set, by what they are called after.
_SETTINGS = {
    'nothing': (),
    'on': (True,),
    'off': (False,),
    'both': (True, False),
    'late_on': (True,),
    'late_off': (False,),
}
_DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}


class Surroundings(Statements):
    """Writes what stands around a function."""

    def __init__(self, rng: random.Random, toggle: Toggle) -> None:
        super().__init__(rng, toggle)
        self._name = toggle.name
        #: The lines of each other file.
        self.files: dict[str, list[str]] = {}
        #: Imports that stand before the function.
        self.header: list[str] = []
        #: The ways to ask that every module has.
        self.shared: list[str] = []

    def flags(self) -> None:
        """Write a module of constants and functions that ask."""
        on, asks = self.pick('ON', '_ON'), self.pick('asks', '_asks')
        value = self.pick(*self.reads, *self.lists)
        lines = [f'{on} = {self.pick(value, value, f"not {value}")}', '', '']
        lines += [f'def {asks}():', *self.indented(self.asks(on))]
        self.files['flags.py'] = lines
        if self.chance(50):
            self.stores(on, asks)
        self.reads += [f'flags.{on}', f'flags.{asks}()']
        self.shared = list(self.reads)
        if self.chance(30):
            self.header.append(f'from flags import {on} as IS_ON')
            self.reads.append('IS_ON')
        if self.chance(30):
            self.header.append(f'from flags import {asks} as is_asked')
            self.reads.append('is_asked()')

    def stores(self, on: str, asks: str) -> None:
        """Let a module store what another one holds."""
        name, value = self.rng.choice(
            [(on, "call('s')"), (asks, "lambda: call('s')")]
        )
        store = self.pick(*_STORES).format(name=name, value=value)
        if self.chance(20):
            lines = [f'global {name}', f'{name} = {value}']
            self.files['flags.py'] += self._function('store', lines)
            self.offers.append('flags.store(call)')
            return
        file = self.pick('stores.py', OUTSIDE)
        self.files[file] = self._function('store', [store])
        self.offers.append(f'{file.removesuffix(".py")}.store(call)')

    def _function(self, name: str, body: list[str]) -> list[str]:
        return ['', '', f'def {name}(call):', *self.indented(body)]

    def asks(self, value: str) -> list[str]:
        """Write the body of a function that passes an answer on."""
        long = [f'if {value}:', f'{self.indent}return False', 'return True']
        return self.rng.choice(
            [[f'return {value}'], [f'return not {value}'], long]
        )

    def tried_import(self) -> list[str]:
        """Import what there may not be, and keep whether there is."""
        module = self.pick('json', 'no_such_module')
        imported = f'import {module} as tool'
        is_there, is_not = 'HAVE = True', 'HAVE = False'
        if self.chance(50):
            is_there, is_not = 'HAVE = 1', f'HAVE = {self.pick(*self.reads)}'
        self.offers += [
            f'if {self.pick(*self.reads)} and HAVE: call(tool.__name__)',
            "call('have', HAVE)",
        ]
        after = [is_there] if self.chance(50) else []
        lines = ['try:', *self.indented([imported, *after])]
        lines += ['except ImportError:', *self.indented([is_not])]
        if not after:
            lines += ['else:', *self.indented([is_there])]
        return [*lines, '']

    def subclass(self) -> list[str]:
        """Derive a class from one of a module that stays as it is."""
        base, method, made = self.rng.choice(_BASES)
        name, value = self.pick('_Under', 'Under'), self.pick(*self.reads)
        body = self.asks(value)
        if base == 'outside.Base':
            self.offers.append("call('names', len(outside.NAMES))")
            inherited = method.replace('(self)', '()')
            body = self.rng.choice(
                [body, [f'return super().{inherited} and {value}']]
            )
            self.reads.append(f'{name}().{inherited}')
        made = f"call('made', {made.format(name=name)})"
        self.offers.append(self.pick(made, f'if {value}: {made}'))
        lines = [f'def {method}:', *self.indented(body)]
        return ['', f'class {name}({base}):', *self.indented(lines), '']

    def library(self) -> list[str]:
        """Write the module that the others import and leave as it is."""
        return [*_LIBRARY.splitlines(), *self.files.get(OUTSIDE, ())]

    def tests(self, *, is_async: bool) -> None:
        """Write tests of some kinds of settings.

        :param is_async: the program itself cannot be called
        """
        lines: list[str] = []
        self.size = self.rng.randrange(2, 6)
        self.offers = [
            offer for offer in self.offers if offer.endswith('store(call)')
        ]
        if not is_async:
            self.offers += [f"call('main', program.main({SIGNATURE}))"] * 2
        self.reads = self.shared + [
            f'program.{read}'
            for read in self.reads
            if read not in self.shared and not read.startswith('self.')
        ]
        for kind in self.rng.sample(sorted(_SETTINGS), 3):
            place = Place(depth=3)
            settings = [
                self._setting(is_on=is_on) for is_on in _SETTINGS[kind]
            ]
            asserted = [*self.block(place), f'assert {self.effect(place)}']
            if kind.startswith('late_'):
                parts = [*asserted, *settings, *self.block(place)]
            else:
                rest = [self.assertion(place), *self.block(place)]
                parts = [*settings, *asserted, *rest]
            parameters = f'{SIGNATURE}, testcase, workaround'
            lines += ['', '', f'def test_sets_{kind}({parameters}):']
            lines += self.indented([*place.first, *parts])
        self.files['test_program.py'] = lines

    def _setting(self, *, is_on: bool) -> str:
        """Write a setting; what runs the program makes it do nothing."""
        answers = forced.Answers.of(_DECLARED[self._name], is_on=is_on)
        option, value = next(iter(answers.options.items()))
        named, group = f'{option}={value!r}', f"'{answers.group}'"
        if answers.group == 'DEFAULT':
            by_option = [
                f'testcase.flags({named})',
                f"CONF.set_override('{option}', {value!r})",
            ]
        else:
            by_option = [
                f'testcase.flags({named}, group={group})',
                f"CONF.set_override('{option}', {value!r}, group={group})",
            ]
        value = value if self.lists else is_on
        used = f'fixture.WorkaroundFixture({self._name}={value!r})'
        return self.pick(
            *by_option,
            f"workaround('{self._name}', {value!r})",
            f'testcase.useFixture({used})',
        )
