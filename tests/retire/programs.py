# SPDX-License-Identifier: Apache-2.0
"""Small programs that read a toggle, made by chance.

A program has a function ``main(call, ctx, box, items, a, b, c)``. Its effects
are calls of the first two, what it prints, what it changes in ``box``, and
what it returns or raises. It ends, whatever these answer. No name is looked
at before it is bound, for looking at a name counts as free of effects.
"""

from collections.abc import Callable
from collections.abc import Sequence
import dataclasses
import random
import re

_SIGNATURE = 'call, ctx, box, items, a, b, c'
_PURE = (
    *('a', 'b', 'c', 'a > 1', 'b == c', 'a != 2', '1 < b <= 3', 'c is None'),
    *('a in items', 'items[0]', 'items[-1] > b', "box['k']", 'box["n"] == 1'),
    *('not a', 'a not in items', 'call.flag', "''"),
)
_VALUES = ('1', "'x'", 'a', 'b', 'None', "box['k']", 'items', '(a, b)', '[]')
_NOTES = (
    ['# Bug 1392527.'],
    ['# Every disk needs this,', '# so it comes first.'],
    ['# TODO: go on', ''],
)
#: Statements that can stand behind a header in its line.
_SHORT = ('call(', 'print(', 'box[', 'raise ', 'return', 'break', 'continue')


@dataclasses.dataclass(frozen=True)
class Toggle:
    """How a workaround can be asked for.

    :param reads: expressions whose truth depends on it alone
    :param lists: expressions that hold its list, if its toggle is one
    :param numbers: expressions that hold one of its parameters
    """

    name: str
    reads: Sequence[str]
    lists: Sequence[str] = ()
    numbers: Sequence[str] = ()


def _direct(option: str, group: str = 'workarounds') -> list[str]:
    if group == 'DEFAULT':
        return [f'CONF.{option}', f'getattr(CONF, "{option}")']
    return [
        f'CONF.{group}.{option}',
        f'CONF["{group}"]["{option}"]',
        f'CONF.{group}["{option}"]',
        f'getattr(CONF.{group}, "{option}")',
    ]


def _asked(name: str, option: str, group: str = 'workarounds') -> list[str]:
    asked = [f'workarounds.enabled("{name}")', f'is_on("{name}")']
    return [*asked, *asked, *_direct(option, group)]


#: Of each workaround of ``tests.retire_cases.declarations``.
TOGGLES = (
    Toggle('fsync', _asked('fsync', 'fsync')),
    Toggle('nosync', _asked('nosync', 'disable_sync')),
    Toggle(
        'kinds',
        _asked('kinds', 'kinds'),
        lists=['workarounds.value("kinds")', *_direct('kinds')],
    ),
    Toggle(
        'announce',
        _asked('announce', 'announce'),
        numbers=[
            'workarounds.param("announce", "count")',
            *_direct('announce_count')[:2],
        ],
    ),
    Toggle(
        'skip_timeout',
        _asked('skip_timeout', 'disable_boot_timeout', 'ipmi'),
    ),
    Toggle('retry_boot', _asked('retry_boot', 'boot_once', 'DEFAULT')),
)


@dataclasses.dataclass
class _Place:
    """Where in a program something stands.

    :param depth: of the blocks around it
    :param names: locals that are bound here
    :param first: what the function around it does first
    :param is_scope: a scope of its own inside an expression
    """

    depth: int = 0
    names: list[str] = dataclasses.field(default_factory=list)
    first: list[str] = dataclasses.field(default_factory=list)
    is_async: bool = False
    is_loop: bool = False
    is_generator: bool = False
    is_scope: bool = False

    def inner(self, *names: str, is_loop: bool | None = None) -> '_Place':
        """Go one block deeper."""
        return dataclasses.replace(
            self,
            depth=self.depth + 1,
            names=[*self.names, *names],
            is_loop=self.is_loop if is_loop is None else is_loop,
        )

    def scope(self, *, is_async: bool = False) -> '_Place':
        """Go into a comprehension or a lambda."""
        return dataclasses.replace(
            self, names=[*self.names], is_scope=True, is_async=is_async
        )


class _Dice:
    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._count = 0

    def chance(self, percent: int) -> bool:
        return self.rng.randrange(100) < percent

    def pick(self, *choices: str) -> str:
        return self.rng.choice(choices)

    def new(self, letters: str) -> str:
        """Make a name that is new."""
        self._count += 1
        return f'{letters}{self._count}'


class _Expressions(_Dice):
    """Writes expressions."""

    def __init__(self, rng: random.Random, toggle: Toggle) -> None:
        super().__init__(rng)
        self.reads = rng.sample(toggle.reads, rng.choice([1, 1, 2, 3]))
        self.lists, self.numbers = toggle.lists, toggle.numbers

    def effect(self, place: _Place) -> str:
        key = self.new('k')
        if place.is_async and self.chance(50):
            return f"(await call.later('{key}'))"
        return f"call('{key}')"

    def pure(self, place: _Place) -> str:
        if place.names and self.chance(40):
            return self.pick(*place.names)
        return self.pick(*_PURE)

    def condition(self, place: _Place, depth: int = 2) -> str:
        """Write what is looked at for its truth alone."""
        kind = self.rng.randrange(20 if depth else 9)
        if kind < 9:
            simple = [self.of_list, self.pure, self.effect, self.read]
            return self.rng.choice([*simple, self.effect, self.read])(place)
        if kind < 11:
            return f'not {self.operand(place, depth - 1)}'
        if kind < 17:
            operands = [
                self.operand(place, depth - 1)
                for _ in range(self.rng.choice([2, 2, 3]))
            ]
            return self.joined(self.pick('and', 'or'), operands)
        if kind == 17 and not place.is_scope:
            return self.walrus(place, depth)
        one, two, three = (self.operand(place, depth - 1) for _ in range(3))
        return f'({one} if {two} else {three})'

    def read(self, place: _Place) -> str:
        """Write a question."""
        return self.pick(*self.reads)

    def operand(self, place: _Place, depth: int) -> str:
        text = self.condition(place, depth)
        is_compound = any(word in text for word in (' and ', ' or ', 'not '))
        return f'({text})' if is_compound or self.chance(5) else text

    def joined(self, word: str, operands: list[str]) -> str:
        """Join operands, in one line or in several."""
        if not self.chance(15):
            return f' {word} '.join(operands)
        pad = '\n            '
        note = f'  {_NOTES[0][0]}' if self.chance(50) else ''
        between = self.pick(f'{note}{pad}{word} ', f' {word}{note}{pad}')
        return f'({between.join(operands)})'

    def walrus(self, place: _Place, depth: int) -> str:
        name = self.new('w')
        value = self.operand(place, depth - 1)
        # It is bound even where the expression is not reached.
        if self.chance(60):
            place.first.append(f'{name} = None')
            place.names.append(name)
        return f'({name} := {value})'

    def of_list(self, place: _Place) -> str:
        if not self.lists:
            return self.pure(place)
        left = self.pick("'a'", 'a', self.effect(place))
        word = self.pick('in', 'not in')
        return f'({left} {word} {self.pick(*self.lists)})'

    def value(self, place: _Place, depth: int = 2) -> str:
        """Write what is looked at for its value."""
        kind = self.rng.randrange(16 if depth else 5)
        if kind < 5:
            return self.pick(
                *(self.pick(*_VALUES, *place.names), self.effect(place)),
                self.pick(*self.reads, *self.lists, *self.numbers),
            )
        condition = self.condition(place)
        if kind < 8:
            one, two = (self.value(place, depth - 1) for _ in range(2))
            text = f'{one} if {condition} else {two}'
            return self.pick(text, f'({text})')
        if kind < 10:
            operands = [self.operand(place, 1) for _ in range(2)]
            return self.pick(' and ', ' or ').join(operands)
        if kind == 10:
            return f'({self.value(place, depth - 1)}, {condition})'
        return self.special(place, condition)

    def special(self, place: _Place, condition: str) -> str:
        """Write an expression with a scope, a star or a string."""
        quiet = self.condition(place.scope(is_async=place.is_async), 1)
        still = self.condition(place.scope(), 1)
        return self.pick(
            f'[x for x in items if {quiet}]',
            f'[x for x in call.each() if {quiet}]',
            f'{{x: 1 for x in items if x if {quiet}}}',
            f'{{x for x in items if {quiet} for y in items if y}}',
            f'any(x for x in items if {still})',
            f'(lambda: {still})()',
            f'[*items, *(items if {condition} else [a])]',
            f"call('f', *(items if {condition} else ()), k={condition})",
            f'{{**box, "z": {condition}}}',
            f"f'{{1 if {self.pick(*self.reads)} else 2}}:{{a!r:>3}}'",
        )


class _Statements(_Expressions):
    """Writes statements, as lines."""

    def __init__(self, rng: random.Random, toggle: Toggle) -> None:
        super().__init__(rng, toggle)
        self.indent = rng.choice(['    ', '    ', '  ', '\t'])
        self.size = rng.randrange(2, 16)

    def block(self, place: _Place) -> list[str]:
        """Write some statements, at least one."""
        lines: list[str] = []
        for number in range(self.rng.choice([1, 1, 2, 2, 3])):
            if number and self.chance(20):
                lines += [''] * self.rng.choice([1, 1, 2])
            if self.chance(8):
                lines += self.rng.choice(_NOTES)
            lines += self.statement(place)
        if self.chance(4):
            lines.append('# The end.')
        return lines

    def indented(self, lines: Sequence[str]) -> list[str]:
        return [f'{self.indent}{line}' if line else line for line in lines]

    def suite(self, header: str, place: _Place) -> list[str]:
        """Write a header with its block."""
        body = self.block(place)
        note = '  # why' if self.chance(5) else ''
        if len(body) == 1 and body[0].startswith(_SHORT) and self.chance(15):
            return [f'{header} {body[0]}{note}']
        return [f'{header}{note}', *self.indented(body)]

    def statement(self, place: _Place) -> list[str]:
        """Write one statement."""
        self.size -= 1
        if self.size < 0 or place.depth > 4 or self.chance(25):
            return self.simple(place)
        compound: list[Callable[[_Place], list[str]]] = [
            *([self.if_] * 5),
            *([self.kept, self.jump, self.early] * 2),
            *(self.while_, self.while_true, self.for_, self.try_, self.with_),
            *(self.match, self.function, self.generator, self.late),
        ]
        return self.rng.choice(compound)(place)

    def simple(self, place: _Place) -> list[str]:
        """Write a statement without a block."""
        if place.is_generator and self.chance(25):
            return [f'yield {self.value(place, 1)}']
        simple = (
            *[self.effect, self.assignment] * 3,
            *(self.effects, self.output, self.change, self.assertion),
        )
        return [self.rng.choice(simple)(place)]

    def effects(self, place: _Place) -> str:
        return f'{self.effect(place)}; {self.effect(place)}'

    def output(self, place: _Place) -> str:
        return f'print({self.value(place, 1)})'

    def change(self, place: _Place) -> str:
        return f"box['k'] = {self.value(place)}"

    def assertion(self, place: _Place) -> str:
        message = self.pick('', ", 'no'", f', {self.effect(place)}')
        return f'assert {self.condition(place)}{message}'

    def assignment(self, place: _Place) -> str:
        # A parameter of the function around it is left alone.
        bound = [name for name in place.names if name[0] == 'v']
        name = self.pick(*bound, self.new('v'))
        line = f'{name} = {self.value(place)}'
        if name not in bound:
            place.names.append(name)
        return line

    def kept(self, place: _Place) -> list[str]:
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

    def late(self, place: _Place) -> list[str]:
        """Bind a name under a condition, and look at it under another."""
        name, read = self.new('u'), self.pick(*self.reads)
        other = self.pick(read, f'{self.pure(place)} and {read}')
        look = f"call('u', {name})"
        lines = [f'if {read}:', f'{self.indent}{name} = {self.value(place)}']
        if self.chance(20):
            return [*lines, self.effect(place), look]
        return [*lines, *self.simple(place), f'if {other}: {look}']

    def if_(self, place: _Place) -> list[str]:
        lines = self.suite(f'if {self.condition(place)}:', place.inner())
        while self.chance(25):
            if self.chance(8):
                lines.append('# Otherwise.')
            header = f'elif {self.condition(place)}:'
            lines += self.suite(header, place.inner())
        return [*lines, *self.else_(place, 45)]

    def else_(self, place: _Place, percent: int = 25) -> list[str]:
        if not self.chance(percent):
            return []
        return self.suite('else:', place.inner())

    def early(self, place: _Place) -> list[str]:
        """Write a jump behind a question, as services do."""
        question = self.pick(*self.reads, f'not {self.reads[0]}')
        return [f'if {question}:', *self.indented(self.jump(place))]

    def jump(self, place: _Place) -> list[str]:
        if not place.depth and self.chance(70):
            return [self.effect(place)]
        value = '' if place.is_generator else f' {self.value(place, 1)}'
        jumps = [f"raise call.Error('{self.new('e')}')", 'return']
        jumps += [f'return{value}'] * 2
        if place.is_loop:
            jumps += ['break', 'continue'] * 2
        return [self.pick(*jumps)]

    def while_(self, place: _Place) -> list[str]:
        """Write a loop that is left by its condition."""
        name = self.new('n')
        return [
            f'{name} = 0',
            f'while {name} < 3 and {self.operand(place, 1)}:',
            f'{self.indent}{name} += 1',
            *self.indented(self.block(place.inner(is_loop=True))),
            *self.else_(place),
        ]

    def while_true(self, place: _Place) -> list[str]:
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

    def for_(self, place: _Place) -> list[str]:
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

    def try_(self, place: _Place) -> list[str]:
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

    def with_(self, place: _Place) -> list[str]:
        name = self.new('c')
        manager = f"ctx('{name}')"
        if self.chance(15):
            manager = f"(ctx('y') if {self.operand(place, 0)} else {manager})"
        word = 'async with' if place.is_async else 'with'
        if self.chance(50):
            return self.suite(f'{word} {manager}:', place.inner())
        return self.suite(f'{word} {manager} as {name}:', place.inner(name))

    def match(self, place: _Place) -> list[str]:
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

    def function(self, place: _Place) -> list[str]:
        """Write a nested function, and call it."""
        name, own = self.new(self.pick('f', '_f')), self.new('p')
        inner = _Place(place.depth + 1, [own])
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

    def generator(self, place: _Place) -> list[str]:
        """Write a generator, and run it."""
        name = self.new('g')
        inner = _Place(place.depth + 1, is_generator=True)
        body = self.block(inner)
        last = f'yield {self.value(inner, 1)}'
        if self.chance(40):
            last = f'if {self.condition(inner, 1)}: {last}'
        return [
            f'def {name}():',
            *self.indented([*inner.first, *body, last]),
            f"call('g', *{name}())",
        ]


class _Programs(_Statements):
    """Writes whole programs."""

    def program(self) -> str:
        is_async = self.chance(15)
        is_method = self.chance(25)
        top = self.top(is_method)
        place = _Place(is_async=is_async)
        body = self.block(place)
        while self.size > 0:
            body += self.block(place)
        body += [f'return {self.value(place)}']
        define = 'async def' if is_async else 'def'
        doc = ['"""Do it."""'] if self.chance(30) else []
        body = self.indented([*doc, *place.first, *body])
        if is_method:
            run = [f'{define} run(self, {_SIGNATURE}):', *body]
            top[-1:] = [*top[-1:], *self.indented(run)]
            call = f'return Service().run({_SIGNATURE})'
            body = self.indented([call])
            define = 'def'
        text = '\n'.join([f'{define} main({_SIGNATURE}):', *body, ''])
        return '\n'.join([*self.imports(f'{top}{text}'), *top, '', '', text])

    def imports(self, text: str) -> list[str]:
        """Write what a text needs."""
        lines = ['"""Does it."""', ''] if self.chance(50) else []
        if 'CONF' in text:
            lines += ['from oslo_config import cfg', '', 'CONF = cfg.CONF', '']
        if re.search(r'(?<!\.)\bworkarounds\.', text):
            lines.append('import workarounds')
        if 'is_on(' in text:
            lines.append('from workarounds import enabled as is_on')
        return lines

    def top(self, is_method: bool) -> list[str]:
        """Write other ways to ask: constants, functions, methods."""
        lines: list[str] = []
        if self.chance(20):
            lines += [f'_KEPT = {self.pick(*self.reads)}', '']
            self.reads.append('_KEPT')
        if self.chance(30):
            name, value = self.pick('_asks', 'asks'), self.pick(*self.reads)
            lines += ['', f'def {name}():', *self.indented(self.asks(value))]
            lines.append('')
            self.reads += [f'{name}()'] * 2
        if is_method:
            lines += ['', 'class Service:']
            name = self.pick('_asks', 'asks', '_flag')
            value = self.pick(*self.reads)
            if name == '_flag':
                lines += self.indented(['@property'])
            body = [f'def {name}(self):', *self.indented(self.asks(value))]
            lines += [*self.indented(body), '']
            self.reads.append(f'self.{name}{"" if name == "_flag" else "()"}')
        return lines

    def asks(self, value: str) -> list[str]:
        """Write the body of a function that passes an answer on."""
        long = [f'if {value}:', f'{self.indent}return False', 'return True']
        return self.rng.choice(
            [[f'return {value}'], [f'return not {value}'], long]
        )


def make(seed: int) -> tuple[Toggle, str]:
    """Make a program.

    :param seed: the same gives the same
    """
    rng = random.Random(seed)
    toggle = rng.choice(TOGGLES)
    return toggle, _Programs(rng, toggle).program()
