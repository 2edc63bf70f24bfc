# SPDX-License-Identifier: Apache-2.0
"""Random statements."""

from collections.abc import Callable
from collections.abc import Sequence
import random

from tests.retire.expressions import Expressions
from tests.retire.expressions import NOTES
from tests.retire.expressions import Place
from tests.retire.toggles import Toggle

#: Statements that can stand behind a header in its line.
_SHORT = ('call(', 'print(', 'box[', 'raise ', 'return', 'break', 'continue')
#: What may fail, depending on the answers, and how.
_LOOKUPS = (
    ('{name} = items[2]', 'LookupError'),
    ('{name} = items[a]', 'IndexError'),
    ("{name} = box['z']", 'KeyError'),
    ('{name} = call.missing', 'AttributeError'),
    ('import json as {name}', 'ImportError'),
    ('import no_such_module as {name}', 'ImportError'),
    ('from json import dumps as {name}', 'ImportError'),
    ('from json import missing as {name}', 'ImportError'),
)


class Statements(Expressions):
    """Writes statements, as lines."""

    def __init__(self, rng: random.Random, toggle: Toggle) -> None:
        super().__init__(rng, toggle)
        self.indent = rng.choice(['    ', '    ', '  ', '\t'])
        self.size = rng.randrange(2, 16)
        #: Statements that the other modules of the program offer.
        self.offers: list[str] = []

    def block(self, place: Place) -> list[str]:
        """Write some statements, at least one."""
        lines: list[str] = []
        for number in range(self.rng.choice([1, 1, 2, 2, 3])):
            if number and self.chance(20):
                lines += [''] * self.rng.choice([1, 1, 2])
            if self.chance(8):
                lines += self.rng.choice(NOTES)
            lines += self.statement(place)
        if self.chance(4):
            lines.append('# The end.')
        return lines

    def indented(self, lines: Sequence[str]) -> list[str]:
        return [f'{self.indent}{line}' if line else line for line in lines]

    def suite(self, header: str, place: Place) -> list[str]:
        """Write a header with its block."""
        body = self.block(place)
        note = '  # why' if self.chance(5) else ''
        if len(body) == 1 and body[0].startswith(_SHORT) and self.chance(15):
            return [f'{header} {body[0]}{note}']
        return [f'{header}{note}', *self.indented(body)]

    def statement(self, place: Place) -> list[str]:
        """Write one statement."""
        self.size -= 1
        if self.size < 0 or place.depth > 4 or self.chance(25):
            return self.simple(place)
        compound: list[Callable[[Place], list[str]]] = [
            *([self.if_] * 5),
            *([self.kept, self.jump, self.early] * 2),
            *(self.while_, self.while_true, self.for_, self.try_, self.with_),
            *(self.match, self.function, self.generator, self.late),
            self.tried,
        ]
        return self.rng.choice(compound)(place)

    def simple(self, place: Place) -> list[str]:
        """Write a statement without a block."""
        if place.is_generator and self.chance(25):
            return [f'yield {self.value(place, 1)}']
        if self.offers and self.chance(15):
            return [self.pick(*self.offers)]
        simple = (
            *[self.effect, self.assignment] * 3,
            *(self.effects, self.output, self.change, self.assertion),
        )
        return [self.rng.choice(simple)(place)]

    def effects(self, place: Place) -> str:
        return f'{self.effect(place)}; {self.effect(place)}'

    def output(self, place: Place) -> str:
        return f'print({self.value(place, 1)})'

    def change(self, place: Place) -> str:
        return f"box['k'] = {self.value(place)}"

    def assertion(self, place: Place) -> str:
        message = self.pick('', ", 'no'", f', {self.effect(place)}')
        return f'assert {self.condition(place)}{message}'

    def assignment(self, place: Place) -> str:
        # A parameter of the function around it is left alone.
        bound = [name for name in place.names if name[0] == 'v']
        name = self.pick(*bound, self.new('v'))
        line = f'{name} = {self.value(place)}'
        if name not in bound:
            place.names.append(name)
        return line

    def kept(self, place: Place) -> list[str]:
        """Keep a condition, and look at it."""
        name, read, pure = self.new('on'), self.pick(*self.reads), 'a'
        value = self.pick(
            *(read, read, f'not {read}', f'{pure} and {read}'),
            *(f'{read} or {pure}', f'{self.effect(place)} and {read}'),
        )
        before = self.reads
        self.reads = [*before, name, name]
        lines = [f'{name} = {value}']
        for _ in range(self.rng.choice([1, 1, 2])):
            lines += self.if_(place)
        self.reads = before
        return lines

    def late(self, place: Place) -> list[str]:
        """Bind a name under a condition, and look at it under another."""
        name, read = self.new('u'), self.pick(*self.reads)
        other = self.pick(read, f'{self.pure(place)} and {read}')
        look = f"call('u', {name})"
        lines = [f'if {read}:', f'{self.indent}{name} = {self.value(place)}']
        if self.chance(20):
            return [*lines, self.effect(place), look]
        return [*lines, *self.simple(place), f'if {other}: {look}']

    def if_(self, place: Place) -> list[str]:
        lines = self.suite(f'if {self.condition(place)}:', place.inner())
        while self.chance(25):
            if self.chance(8):
                lines.append('# Otherwise.')
            header = f'elif {self.condition(place)}:'
            lines += self.suite(header, place.inner())
        return [*lines, *self.else_(place, 45)]

    def else_(self, place: Place, percent: int = 25) -> list[str]:
        if not self.chance(percent):
            return []
        return self.suite('else:', place.inner())

    def early(self, place: Place) -> list[str]:
        """Write a jump behind a question, as services do."""
        question = self.pick(*self.reads, f'not {self.reads[0]}')
        return [f'if {question}:', *self.indented(self.jump(place))]

    def jump(self, place: Place) -> list[str]:
        if not place.depth and self.chance(70):
            return [self.effect(place)]
        value = '' if place.is_generator else f' {self.value(place, 1)}'
        jumps = [f"raise call.Error('{self.new('e')}')", 'return']
        jumps += [f'return{value}'] * 2
        if place.is_loop:
            jumps += ['break', 'continue'] * 2
        return [self.pick(*jumps)]

    def while_(self, place: Place) -> list[str]:
        """Write a loop that is left by its condition."""
        name = self.new('n')
        return [
            f'{name} = 0',
            f'while {name} < 3 and {self.operand(place, 1)}:',
            f'{self.indent}{name} += 1',
            *self.indented(self.block(place.inner(is_loop=True))),
            *self.else_(place),
        ]

    def while_true(self, place: Place) -> list[str]:
        """Write a loop that is left by its body."""
        name = self.new('n')
        return [
            f'{name} = 0',
            f'while {self.condition(place, 1)}:',
            f'{self.indent}{name} += 1',
            f'{self.indent}if {name} > 2:',
            f'{self.indent * 2}{self.pick("break", "raise call.Error(1)")}',
            *self.indented(self.block(place.inner(is_loop=True))),
            *self.else_(place),
        ]

    def for_(self, place: Place) -> list[str]:
        name = self.new('i')
        ranges = [f'range({number})' for number in self.numbers]
        values = self.pick(
            'items', 'items', 'call.each()', *ranges, *self.lists
        )
        header = f'for {name} in {values}:'
        if place.is_async and self.chance(30):
            header = f'async for {name} in call.later_each():'
        inner = place.inner(name, is_loop=True)
        return [*self.suite(header, inner), *self.else_(place)]

    def try_(self, place: Place) -> list[str]:
        lines = ['try:', *self.indented(self.block(place.inner()))]
        has_handler = self.chance(75)
        if has_handler:
            name = self.new('error')
            if self.chance(50):
                header, inner = 'except call.Error:', place.inner()
            else:
                header = f'except call.Error as {name}:'
                inner = place.inner(name)
            lines += self.suite(header, inner)
            lines += self.else_(place)
        if not has_handler or self.chance(30):
            lines += self.suite('finally:', place.inner())
        return lines

    def tried(self, place: Place) -> list[str]:
        """Look something up that may fail, and use it under a condition."""
        name, effect = self.new('t'), self.effect(place)
        looked_up, error = self.rng.choice(_LOOKUPS)
        # A failure that nothing catches counts as impossible.
        error = self.pick(error, 'Exception')
        first = [looked_up.format(name=name), *self.rng.choice([[], [effect]])]
        use = f"if {self.pick(*self.reads)}: call('t', {name})"
        if self.chance(25):
            lines = [f'with contextlib.suppress({error}):']
            return [*lines, *self.indented(first), use]
        handled = self.pick(f'{name} = None', effect, 'return')
        lines = ['try:', *self.indented(first), f'except {error}:']
        lines += self.indented([handled])
        return [*lines, *self.else_(place), use]

    def with_(self, place: Place) -> list[str]:
        name = self.new('c')
        manager = f"ctx('{name}')"
        if self.chance(15):
            manager = f"(ctx('y') if {self.operand(place, 0)} else {manager})"
        word = 'async with' if place.is_async else 'with'
        if self.chance(50):
            return self.suite(f'{word} {manager}:', place.inner())
        return self.suite(f'{word} {manager} as {name}:', place.inner(name))

    def match(self, place: Place) -> list[str]:
        lines = [f'match {self.pick("a", "items", "box[0]", "(a, b)")}:']
        patterns = ['1', '[z, *_]', '(1, _)', '2 | 3', 'int()', 'None']
        chosen = self.rng.sample(patterns, self.rng.randrange(1, 4))
        for pattern in [*chosen, *self.rng.choice([[], ['_']])]:
            guard = ''
            if self.chance(60):
                guard = f' if {self.condition(place.scope(), 1)}'
            case = self.suite(f'case {pattern}{guard}:', place.inner())
            lines += self.indented(case)
        return lines

    def function(self, place: Place) -> list[str]:
        """Write a nested function, and call it."""
        name, own = self.new(self.pick('f', '_f')), self.new('p')
        inner = Place(place.depth + 1, [own])
        outer = [name for name in place.names if name[0] == 'v']
        if outer and self.chance(30):
            # It changes a local of the function around it.
            inner.names.append(outer[0])
            inner.first.append(f'nonlocal {outer[0]}')
        body = self.block(inner)
        call = self.pick(
            *(f"call('r', {name}())", f'{name}()', f'{name}({name}())'),
            f'if {self.condition(place, 1)}: {name}()',
        )
        return [
            f'def {name}({own}=1):',
            *self.indented([*inner.first, *body]),
            call,
        ]

    def generator(self, place: Place) -> list[str]:
        """Write a generator, and run it."""
        name = self.new('g')
        inner = Place(place.depth + 1, is_generator=True)
        body = self.block(inner)
        last = f'yield {self.value(inner, 1)}'
        if self.chance(60):
            question = self.pick(self.condition(inner, 1), *self.reads)
            last = f'if {question}: {last}'
        return [
            f'def {name}():',
            *self.indented([*inner.first, *body, last]),
            f"call('g', *{name}())",
        ]
