# SPDX-License-Identifier: Apache-2.0
"""Small programs that read a toggle, made by chance.

A program has a function ``main(call, ctx, box, items, a, b, c)`` in
``program.py``. Its effects are calls of the first two, what it prints, what it
changes in ``box``, and what it returns or raises. It ends, whatever these
answer. No name is looked at before it is bound, for looking at a name counts
as free of effects. Tests in ``test_program.py`` have the same parameters.
"""

from collections.abc import Mapping
import random
import re

from tests.retire.expressions import Place
from tests.retire.surroundings import OUTSIDE
from tests.retire.surroundings import SIGNATURE
from tests.retire.surroundings import Surroundings
from tests.retire.toggles import Toggle
from tests.retire.toggles import TOGGLES

#: What a module imports if a name occurs in it.
_IMPORTS = {
    r'\bCONF\b': 'from oslo_config import cfg\n\nCONF = cfg.CONF\n',
    r'(?<!\.)\bworkarounds\.': 'import workarounds',
    r'\bis_on\(': 'from workarounds import enabled as is_on',
    r'\bfixture\.': 'from workarounds import fixture',
    r'\bflags[.,)]': 'import flags',
    **{
        rf'\b{module}\.': f'import {module}'
        for module in (
            *('collections', 'contextlib', 'json', 'outside'),
            *('program', 'stores', 'string'),
        )
    },
}


class _Programs(Surroundings):
    """Writes whole programs."""

    def program(self) -> Mapping[str, str]:
        """Return the text of each file."""
        is_async, is_method = self.chance(15), self.chance(25)
        self.shared = list(self.reads)
        if self.chance(30):
            self.flags()
        top = self.top(is_method)
        place = Place(is_async=is_async)
        body = self.block(place)
        while self.size > 0:
            body += self.block(place)
        body += [f'return {self.value(place)}']
        define = 'async def' if is_async else 'def'
        doc = ['"""Do it."""'] if self.chance(30) else []
        body = self.indented([*doc, *place.first, *body])
        if is_method:
            run = [f'{define} run(self, {SIGNATURE}):', *body]
            top[-1:] = [*top[-1:], *self.indented(run)]
            call = f'return Service().run({SIGNATURE})'
            body = self.indented([call])
            define = 'def'
        main = ['', '', f'{define} main({SIGNATURE}):', *body]
        if self.chance(25):
            self.tests(is_async=is_async)
        files = {
            'program.py': [*self.header, *top, *main],
            **self.files,
            OUTSIDE: self.library(),
        }
        texts = {name: self.module(files[name]) for name in files}
        if not any('import outside' in text for text in texts.values()):
            del texts[OUTSIDE]
        return texts

    def module(self, lines: list[str]) -> str:
        """Write a module with the imports that it needs."""
        text = '\n'.join([*lines, ''])
        head = ['"""Does it."""', ''] if self.chance(50) else []
        needed = [
            statement
            for pattern, statement in _IMPORTS.items()
            if re.search(pattern, text)
        ]
        return '\n'.join([*head, *needed, text])

    def top(self, is_method: bool) -> list[str]:
        """Write other ways to ask: constants, functions, methods."""
        lines: list[str] = []
        if self.chance(20):
            lines += self.tried_import()
        if self.chance(25):
            lines += self.subclass()
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


def make(seed: int) -> tuple[Toggle, Mapping[str, str]]:
    """Make a program.

    :param seed: the same gives the same
    """
    rng = random.Random(seed)
    toggle = rng.choice(TOGGLES)
    return toggle, _Programs(rng, toggle).program()
