# SPDX-License-Identifier: Apache-2.0
"""Random expressions, and where in a program they stand."""

import dataclasses
import random

from tests.retire.toggles import Toggle

_PURE = (
    *('a', 'b', 'c', 'a > 1', 'b == c', 'a != 2', '1 < b <= 3', 'c is None'),
    *('a in items', 'items[0]', 'items[-1] > b', "box['k']", 'box["n"] == 1'),
    *('not a', 'a not in items', 'call.flag', "''"),
)
_VALUES = ('1', "'x'", 'a', 'b', 'None', "box['k']", 'items', '(a, b)', '[]')
NOTES = (
    ['# Bug 1392527.'],
    ['# Every disk needs this,', '# so it comes first.'],
    ['# TODO: go on', ''],
)


@dataclasses.dataclass
class Place:
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

    def inner(self, *names: str, is_loop: bool | None = None) -> 'Place':
        """Go one block deeper."""
        return dataclasses.replace(
            self,
            depth=self.depth + 1,
            names=[*self.names, *names],
            is_loop=self.is_loop if is_loop is None else is_loop,
        )

    def scope(self, *, is_async: bool = False) -> 'Place':
        """Go into a comprehension or a lambda."""
        return dataclasses.replace(
            self, names=[*self.names], is_scope=True, is_async=is_async
        )


class Dice:
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


class Expressions(Dice):
    """Writes expressions."""

    def __init__(self, rng: random.Random, toggle: Toggle) -> None:
        super().__init__(rng)
        self.reads = rng.sample(toggle.reads, rng.choice([1, 1, 2, 3]))
        self.lists, self.numbers = toggle.lists, toggle.numbers

    def effect(self, place: Place) -> str:
        key = self.new('k')
        if place.is_async and self.chance(50):
            return f"(await call.later('{key}'))"
        return f"call('{key}')"

    def pure(self, place: Place) -> str:
        if place.names and self.chance(40):
            return self.pick(*place.names)
        return self.pick(*_PURE)

    def condition(self, place: Place, depth: int = 2) -> str:
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

    def read(self, place: Place) -> str:
        """Write a question."""
        return self.pick(*self.reads)

    def operand(self, place: Place, depth: int) -> str:
        text = self.condition(place, depth)
        is_compound = any(word in text for word in (' and ', ' or ', 'not '))
        return f'({text})' if is_compound or self.chance(5) else text

    def joined(self, word: str, operands: list[str]) -> str:
        """Join operands, in one line or in several."""
        if not self.chance(15):
            return f' {word} '.join(operands)
        pad = '\n            '
        note = f'  {NOTES[0][0]}' if self.chance(50) else ''
        between = self.pick(f'{note}{pad}{word} ', f' {word}{note}{pad}')
        return f'({between.join(operands)})'

    def walrus(self, place: Place, depth: int) -> str:
        name = self.new('w')
        value = self.operand(place, depth - 1)
        # It is bound even where the expression is not reached.
        if self.chance(60):
            place.first.append(f'{name} = None')
            place.names.append(name)
        return f'({name} := {value})'

    def of_list(self, place: Place) -> str:
        if not self.lists:
            return self.pure(place)
        left = self.pick("'a'", 'a', self.effect(place))
        word = self.pick('in', 'not in')
        return f'({left} {word} {self.pick(*self.lists)})'

    def value(self, place: Place, depth: int = 2) -> str:
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

    def special(self, place: Place, condition: str) -> str:
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
