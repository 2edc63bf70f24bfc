# SPDX-License-Identifier: Apache-2.0
"""Settings in the program itself, so that nobody knows the value.

::

    def prepare(conf):
        conf.set_override('fsync', True, group='workarounds')

Without the option, that raises.
"""

import re
from typing import Final

from workarounds.retire.session import Session
from workarounds.source.references import Reference

_METHODS: Final = re.compile(r'\b(?:clear|set)_(?:default|override)\b')
_CURE: Final = 'remove what sets it in the program, and run retire again'


def find_obstacle(session: Session) -> str:
    """Return why the value is not known, and the cure; or ''."""
    for reference in session.references:
        if reference.kind == 'setting' and _is_of_program(reference, session):
            return f'the program itself sets it at {reference.place}; {_CURE}'
    return ''


def _is_of_program(reference: Reference, session: Session) -> bool:
    """Return whether a setting is in code that is not for tests."""
    place = reference.place
    if session.project.is_test(place.path):
        return False
    return bool(_METHODS.search(reference.text)) and not any(
        definition.node.name.startswith('test')
        and definition.node.lineno <= place.line
        and place.end_line <= (definition.node.end_lineno or 0)
        for definition in session.project.index(place.path).definitions
    )
