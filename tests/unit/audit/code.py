# SPDX-License-Identifier: Apache-2.0
"""Code for the tests of the reader, and what it finds in it."""

import pathlib
import textwrap

from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.audit.declaration_index import Param
from workarounds.audit.scanner import ScanResult
from workarounds.declarations.registry import Registry
from workarounds.source import references
from workarounds.source.references import Place

FLUSH = DeclarationInfo(
    'flush',
    option='flush_images',
    polarity='enabled_by',
    params=(Param('delay', 'flush_delay', 5),),
    options=('flush_images', 'flush_delay'),
)
ANNOUNCE = DeclarationInfo(
    'announce_self',
    option='disable_announce',
    polarity='disabled_by',
    options=('disable_announce',),
)
GONE = DeclarationInfo(
    'old_luks',
    option='disable_luks',
    options=('disable_luks',),
    removed_in='20.0.0',
)
SUBJECTS = DeclarationIndex([FLUSH, ANNOUNCE, GONE])


def read(code: str, subjects: DeclarationIndex = SUBJECTS) -> ScanResult:
    """Read a module."""
    text = textwrap.dedent(code).encode()
    return scanner.scan_text('service/code.py', text, subjects)


def found(code: str, *kinds: str) -> list[tuple[str, ...]]:
    """Tell of each trace its kind, its name and, if it has one, its key.

    :param kinds: those to tell of, all but mentions if left out
    """
    return [
        (trace.kind, trace.name, *([trace.key] if trace.key else ()))
        for trace in read(code).references
        if (trace.kind in kinds if kinds else trace.kind != 'mention')
    ]


def marked(code: str, *kinds: str) -> list[str]:
    """Return the text at the place of each trace."""
    code = textwrap.dedent(code)
    return [
        at(code, trace.place)
        for trace in read(code).references
        if (trace.kind in kinds if kinds else trace.kind != 'mention')
    ]


def at(code: str, place: Place) -> str:
    """Return the text at a place."""
    lines = code.replace('\r\n', '\n').split('\n')
    lines = lines[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column]
    lines[0] = lines[0][place.column :]
    return '\n'.join(lines)


def values(code: str) -> list[tuple[str, object]]:
    """Tell of each setting its name, with its key, and its value."""
    return [
        (f'{trace.name}_{trace.key}' if trace.key else trace.name, trace.value)
        for trace in read(code).references
        if trace.kind == 'setting'
    ]


def project(root: pathlib.Path, files: dict[str, str]) -> ScanResult:
    """Write modules of a package and read it.

    :param files: the text of each, by its name without the suffix
    """
    for name, text in files.items():
        path = root / 'service' / f'{name}.py'
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    return scanner.scan([str(root)], Registry())


def reads(reading: ScanResult) -> list[tuple[str, ...]]:
    """Tell of each read its module, its kind, its name and its key."""
    return [
        (
            pathlib.Path(trace.place.path).stem,
            trace.kind,
            trace.name,
            *([trace.key] if trace.key else ()),
        )
        for trace in reading.references
        if trace.kind in references.READS
    ]
