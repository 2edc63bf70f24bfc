# SPDX-License-Identifier: Apache-2.0
"""The source of a catalogue leads to the same results as the catalogue."""

import datetime
import pathlib

import pytest

from tests.audit import running
import workarounds
from workarounds import catalogs
from workarounds.catalogs import nova
from workarounds.catalogs import placement
from workarounds.catalogs import qemu_img

SOURCE = str(pathlib.Path(catalogs.__file__).parent)
NAMESPACES = ('nova', 'placement', 'qemu-img')
DECLARATIONS = (
    *nova.CATALOGUE.declarations,
    *placement.CATALOGUE.declarations,
    *qemu_img.CATALOGUE.declarations,
)
#: Codes that depend only on the declarations.
CODES = ('WA201', 'WA202', 'WA203', 'WA206', 'WA207', 'WA208', 'WA213')
LATE = datetime.date(2126, 11, 23)


def reads() -> str:
    """Return code that reads every workaround, and unknown ones."""
    lines = ['import workarounds', 'from nova.conf import CONF', 'def read():']
    for declaration in DECLARATIONS:
        lines += [f'    workarounds.enabled({declaration.name!r})']
        lines += [
            f'    CONF.workarounds.{option}'
            for _, option in declaration.option_names
        ]
        if (
            isinstance(declaration, workarounds.Workaround)
            and declaration.params
        ):
            lines += [
                f"    workarounds.param({declaration.name!r}, 'unheard_of')"
            ]
    return '\n'.join(lines)


def found(*arguments: str, version: str) -> set[tuple[str, str, str]]:
    """Return the codes, the subjects and the texts of diagnostics.

    Without the command, which repeats the arguments.
    """
    _, diagnostics, _ = running.diagnostics(
        '--service-version', version, *arguments, day=LATE
    )
    return {
        (
            diagnostic.code,
            diagnostic.subject,
            diagnostic.text.partition(' (workarounds ')[0],
        )
        for diagnostic in diagnostics
        if diagnostic.code in CODES
    }


@pytest.mark.parametrize('version', ['1.0.0', '99.0.0'])
def test_code_is_judged_alike(version: str, tmp_path: pathlib.Path) -> None:
    code = tmp_path / 'code.py'
    code.write_text(reads())
    by_name = [word for name in NAMESPACES for word in ('--namespace', name)]
    expected = found(*by_name, 'audit', str(code), version=version)
    assert len(expected) > len(DECLARATIONS)
    assert found('audit', str(code), SOURCE, version=version) == expected


def test_what_is_unstated_is_seen() -> None:
    expected = {
        (declaration.name, field)
        for declaration in DECLARATIONS
        if isinstance(declaration, workarounds.Workaround)
        for field in ('bugs', 'expires')
        if isinstance(getattr(declaration, field), workarounds.Unstated)
    }
    _, diagnostics, _ = running.diagnostics(
        '--service-version', '34.0.0', 'audit', SOURCE
    )
    stated = [
        diagnostic for diagnostic in diagnostics if diagnostic.code == 'WA211'
    ]
    assert expected == {
        (diagnostic.subject, field)
        for diagnostic in stated
        for field in ('bugs', 'expires')
        if field in diagnostic.text.split(' Unstated')[0].split()
    }
