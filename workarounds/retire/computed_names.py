# SPDX-License-Identifier: Apache-2.0
"""Names that code puts together at run time.

::

    getattr(self, f'_do_{kind}')()    # may call _do_raw
    globals()['_handle_' + kind]
"""

import ast
from collections.abc import Iterator
from collections.abc import Sequence
import re
from typing import Final

from workarounds.retire import member_listings
from workarounds.retire.name_uses import Project
from workarounds.source import names as source_names
from workarounds.source.text import UnreadableError

#: Shorter parts are of too many names.
_SHORTEST: Final = 3
#: The same of parts that do not end with an underscore, such as '_che'.
_SHORTEST_OF_PRIVATE: Final = 4
_ITSELF: Final = re.compile(rb'(?:modules\[|import_module\()__name__')
_LOOKS_UP: Final = re.compile(
    rb'\b(?:(?:globals|vars|import_module)\(|__dict__\b|modules\[)'
)
_DOTTED: Final = re.compile(rb'\b__name__ *\+|\{__name__\}')
_MULTIPLE: Final = 'multiple'
_EVALUATES: Final = re.compile(rb'\b(?:eval|exec)\(')


def find_computed_use(
    name: str, path: str, project: Project, *, in_class: bool
) -> str:
    """Return what may use a definition without its name, or ''.

    :param path: where it is defined
    :param in_class: it is a method
    """
    place = _find_part(name, project)
    if place:
        return f'its name may be put together at {place}'
    return _find_listing(path, project, in_class=in_class)


def find_keyword(name: str, project: Project, *, is_called: bool) -> str:
    """Return which keyword may set a name, or ''.

    ::

        Disk(_flush=True)                  # def __init__(self, **attributes)
        mock.patch.multiple(disk, _is_slow=slow)

    :param is_called: it is a function
    """
    word = re.compile(rb'\b%s *=[^=]' % re.escape(name).encode())
    for path in (*project.files, *project.outside):
        if not word.search(project.text(path)):
            continue
        try:
            tree = project.index(path).tree
        except UnreadableError:
            continue
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and any(given.arg == name for given in node.keywords)
                and not (
                    is_called
                    and source_names.last_identifier(node.func) != _MULTIPLE
                )
            ):
                return f'a keyword may set it at {path}:{node.lineno}'
    return ''


def may_be_stored(name: str, path: str, project: Project) -> bool:
    """Return whether anything else may use or set a name of a module."""
    # Other projects may use a public one.
    return (
        not name.startswith('_')
        or any(
            use.place.path != path or use.kind == 'text'
            for use in project.find_uses(name)
        )
        or bool(
            find_computed_use(name, path, project, in_class=False)
            or find_keyword(name, project, is_called=False)
        )
    )


def find_import_use(name: str, path: str, project: Project) -> str:
    """Return what may use an import of a file by its name, or ''.

    ::

        globals()['json'].dumps(1)
        sys.modules[__name__].json.dumps(1)
        eval('json.dumps(1)')
        mock.patch(f'{__name__}.json')
    """
    text = project.text(path)
    for use in project.find_uses_in(path, name):
        is_named = use.kind == 'text' and (
            (use.text == name and _LOOKS_UP.search(text))
            or (use.text.startswith(f'.{name}') and _DOTTED.search(text))
            or _EVALUATES.search(text)
        )
        is_read = use.kind == 'attribute' and _ITSELF.search(text)
        if is_named or is_read:
            return f'it may be used by its name at {use.place}'
    return ''


def _find_listing(path: str, project: Project, *, in_class: bool) -> str:
    try:
        listings = project.index(path).derive(member_listings.find_listings)
    except UnreadableError:
        return ''
    for listing in listings:
        if in_class in listing.in_class:
            return f'all names are listed at {path}:{listing.line}'
    return ''


def _find_part(name: str, project: Project) -> str:
    """Return the place of a text that may be a part of a name, or ''.

    A part ends, or begins, with an underscore, or is any beginning of a
    private name; and it is all of a literal but what is put in.
    """
    searches = [*_searches(name)]
    for path in (*project.files, *project.outside):
        data = project.text(path)
        for text, pattern in searches:
            # To search for a pattern takes a hundred times longer.
            found = text in data and pattern.search(data)
            if found:
                line = data.count(b'\n', 0, found.start()) + 1
                return f'{path}:{line}'
    return ''


def _searches(name: str) -> Iterator[tuple[bytes, re.Pattern[bytes]]]:
    r"""Yield patterns, each with a text that is in all that it matches.

    Of '_part', f'_part{x}' and r'^_part\w+', or of f'{x}_part' and '%s_part'.
    """
    if begins := [*_begins(name)]:
        rest = rf"""({_any_of(begins)})['"{{%*.\\(\[]"""
        for quote in ("'", '"', "'^", '"^'):
            text = quote + min(begins, key=len)
            yield text.encode(), re.compile((re.escape(quote) + rest).encode())
    for end in _ends(name):
        part = re.escape(end)
        before = rf"""(?:(?<=['"}}]{part})|(?<=%s{part}))"""
        for quote in '\'"':
            yield (
                (end + quote).encode(),
                re.compile(f'{part}{before}{quote}'.encode()),
            )


def _any_of(parts: Sequence[str]) -> str:
    return '|'.join(map(re.escape, parts))


def _begins(name: str) -> Iterator[str]:
    """Yield parts with which a literal may begin as a name does."""
    for match in re.finditer('(?<=_)(?=[^_])', name):
        if match.start() >= _SHORTEST:
            yield name[: match.start()]
    if name.startswith('_'):
        for length in range(_SHORTEST_OF_PRIVATE, len(name)):
            yield name[:length]


def _ends(name: str) -> Iterator[str]:
    """Yield parts with which a literal may end as a name does."""
    for match in re.finditer('(?<=[^_])(?=_)', name):
        if len(name) - match.start() >= _SHORTEST:
            yield name[match.start() :]
