# SPDX-License-Identifier: Apache-2.0
"""What comes in the place of a declaration: a tombstone, and a note."""

import ast
import dataclasses
import pathlib
import textwrap
from typing import Any

from hypothesis import given
from hypothesis import strategies
import pytest
import yaml

import workarounds
from workarounds.audit import scanner
from workarounds.audit.declaration_index import DeclarationIndex
from workarounds.audit.declaration_index import DeclarationInfo
from workarounds.retire import tombstone
from workarounds.retire.transform import rewriter
from workarounds.retire.transform.edits import Edits
from workarounds.source import text as source_text

FSYNC = DeclarationInfo(
    'fsync', 'disable_fsync', 'disabled_by', options=('disable_fsync',)
)
ANNOUNCE = DeclarationInfo(
    'announce',
    'announce',
    'enabled_by',
    options=('announce', 'announce_count', 'announce_interval'),
)
DECLARED = """\
import workarounds

FSYNC = workarounds.Workaround(
    name='fsync',
    summary='Flushes.',
    bugs=['https://bugs.example.org/1'],
    fix=workarounds.NoFix('a test'),
    expires='4.0.0',
    disabled_by='disable_fsync',
)
"""
WORDS = strategies.text('abc de-fg hij', min_size=1, max_size=300).filter(
    str.strip
)


def bury(
    text: str,
    why: str = 'it was fixed',
    subject: DeclarationInfo = FSYNC,
    *,
    is_used_elsewhere: bool = True,
) -> str:
    """Put tombstones into a file."""
    data = text.encode()
    reading = scanner.scan_text('disk.py', data, DeclarationIndex())
    edits = Edits()
    tombstone.insert_tombstones(
        source_text.decode('disk.py', data, is_python=True),
        [one for one in reading.references if one.kind == 'declaration'],
        subject,
        edits,
        removed_in='5.0.0',
        why=why,
    )
    done = rewriter.rewrite(data, edits, lambda name: is_used_elsewhere)
    assert not done.skipped
    return done.source.decode()


def executed(text: str) -> Any:
    names: dict[str, Any] = {}
    exec(text, names)
    return names['FSYNC']


def test_it_names_what_it_was_and_why_it_went() -> None:
    assert bury(DECLARED) == textwrap.dedent("""\
        import workarounds

        FSYNC = workarounds.RemovedWorkaround(
            name='fsync',
            options=['disable_fsync'],
            removed_in='5.0.0',
            reason='it was fixed',
        )
        """)


def test_it_can_be_loaded() -> None:
    assert executed(bury(DECLARED)) == workarounds.RemovedWorkaround(
        name='fsync',
        options=['disable_fsync'],
        removed_in='5.0.0',
        reason='it was fixed',
    )


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        (
            'import workarounds as w\n\nFSYNC = w.Workaround(name="fsync")\n',
            'import workarounds as w\n\nFSYNC = w.RemovedWorkaround(\n',
        ),
        (
            'from workarounds import Workaround\n\n'
            'FSYNC = Workaround(name="fsync")\n',
            'from workarounds import RemovedWorkaround\n\n'
            'FSYNC = RemovedWorkaround(\n',
        ),
        (
            'from workarounds import Workaround as W\n\n'
            'FSYNC = W(name="fsync")\n',
            'from workarounds import RemovedWorkaround\n\n'
            'FSYNC = RemovedWorkaround(\n',
        ),
        (
            'from workarounds import NoFix, Workaround\n\n'
            'FSYNC = Workaround(name="fsync")\nX = NoFix\n',
            'from workarounds import NoFix, RemovedWorkaround\n\n'
            'FSYNC = RemovedWorkaround(\n',
        ),
        (
            'from workarounds import RemovedWorkaround\n'
            'from workarounds import Workaround\n\n'
            'FSYNC = Workaround(name="fsync")\nX = RemovedWorkaround\n',
            'from workarounds import RemovedWorkaround\n\n'
            'FSYNC = RemovedWorkaround(\n',
        ),
    ],
)
def test_it_is_called_as_the_file_calls_things(
    before: str, after: str
) -> None:
    """What is unused then is taken away elsewhere."""
    found = bury(before)
    names: dict[str, Any] = {}
    exec(found, names)
    assert isinstance(names['FSYNC'], workarounds.RemovedWorkaround)
    assert after.splitlines()[-1] in found


def test_it_stays_though_nobody_names_it() -> None:
    """As where all that a module has is registered."""
    assert executed(bury(DECLARED, is_used_elsewhere=False)).name == 'fsync'


@pytest.mark.parametrize('indent', ['', '    ', '  ', '\t'])
def test_it_is_indented_as_the_declaration_was(indent: str) -> None:
    head = 'import workarounds\n' + ('if True:\n' if indent else '')
    text = f"{head}{indent}FSYNC = workarounds.Workaround(name='fsync')\n"
    inner = indent + ('\t' if indent == '\t' else '    ')
    assert bury(text).splitlines()[len(head.splitlines()) :] == [
        f'{indent}FSYNC = workarounds.RemovedWorkaround(',
        f"{inner}name='fsync',",
        f"{inner}options=['disable_fsync'],",
        f"{inner}removed_in='5.0.0',",
        f"{inner}reason='it was fixed',",
        f'{indent})',
    ]


@given(WORDS)
def test_a_reason_of_any_length_fits_into_lines(why: str) -> None:
    found = bury(DECLARED, why)
    assert max(map(len, found.splitlines())) < 80
    assert executed(found).reason == why


@given(
    strategies.text(
        'ab \'"\\{}%\N{LATIN SMALL LETTER E WITH ACUTE}#',
        min_size=1,
        max_size=200,
    ).filter(str.strip)
)
def test_a_reason_says_the_same_whatever_is_in_it(why: str) -> None:
    assert executed(bury(DECLARED, why)).reason == why


def test_options_of_any_number_fit_into_lines() -> None:
    options = tuple(f'disable_fsync_{number}' for number in range(8))
    subject = dataclasses.replace(FSYNC, options=options)
    found = bury(DECLARED, subject=subject)
    assert tuple(executed(found).options) == options
    assert max(map(len, found.splitlines())) < 80


@pytest.mark.parametrize(
    ('is_on', 'fixed_by', 'said'),
    [
        (False, '', 'it is no longer needed'),
        (False, 'qemu 2.2.0', 'the fix is in qemu 2.2.0'),
        (True, '', 'what it did is now always done'),
        (True, 'qemu 2.2.0', 'what it did is now always done'),
    ],
)
def test_the_declaration_tells_why(
    is_on: bool, fixed_by: str, said: str
) -> None:
    subject = dataclasses.replace(FSYNC, fixed_by=fixed_by)
    assert tombstone.default_reason(subject, is_on) == said


# --- the note


def note(subject: DeclarationInfo = FSYNC, why: str = 'it was fixed') -> str:
    return tombstone.make_note(pathlib.Path('notes'), subject, why)[1].decode()


NOTE = """\
---
upgrade:
  - |
    The workaround ``fsync`` was removed: it was fixed. The option
    ``disable_fsync`` in ``[workarounds]`` has no effect any more; remove it
    from your configuration files.
"""


def test_the_note_tells_operators() -> None:
    assert note() == NOTE


def test_the_note_names_all_options() -> None:
    [said] = yaml.safe_load(note(ANNOUNCE))['upgrade']
    assert ' '.join(said.split()) == (
        'The workaround ``announce`` was removed: it was fixed. The options '
        '``announce``, ``announce_count`` and ``announce_interval`` in '
        '``[workarounds]`` have no effect any more; remove them from your '
        'configuration files.'
    )


@pytest.mark.parametrize('why', ['it was fixed', 'it was fixed.'])
def test_a_sentence_ends_once(why: str) -> None:
    said = ' '.join(note(why=why).split())
    assert 'removed: it was fixed. The option' in said


@given(
    strategies.text('ab \'"\\{}%:#-&*!|>@`?', min_size=1, max_size=200).filter(
        str.strip
    )
)
def test_the_note_is_yaml_whatever_the_reason_is(why: str) -> None:
    text = note(why=why)
    [said] = yaml.safe_load(text)['upgrade']
    assert ' '.join(why.split()).rstrip('.') in ' '.join(said.split())
    assert max(map(len, text.splitlines())) < 80 or ' ' not in why.strip()


def test_the_note_has_a_name_of_its_own(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = [
        tombstone.make_note(tmp_path / 'notes', subject, '')[0]
        for subject in (FSYNC, ANNOUNCE, FSYNC)
    ]
    assert found[0] == found[2] != found[1]
    path = pathlib.Path(found[0])
    assert path.parent == pathlib.Path('notes')
    assert path.match('retire-fsync-????????????????.yaml')


# --- options that are made by hand


@pytest.mark.parametrize(
    ('text', 'after', 'left'),
    [
        (
            "OPTS = [\n    cfg.BoolOpt('disable_fsync'),\n"
            "    cfg.BoolOpt('other'),\n]\n",
            "OPTS = [\n    cfg.BoolOpt('other'),\n]\n",
            [],
        ),
        (
            "OPTS = [cfg.BoolOpt('other'), cfg.BoolOpt('disable_fsync')]\n",
            "OPTS = [cfg.BoolOpt('other')]\n",
            [],
        ),
        (
            "OPT = cfg.BoolOpt('disable_fsync')\nOPTS = [OPT]\n",
            "OPT = cfg.BoolOpt('disable_fsync')\nOPTS = [OPT]\n",
            ['disable_fsync'],
        ),
        ("OPTS = [cfg.BoolOpt('disable_fsync')]\n", 'OPTS = []\n', []),
    ],
)
def test_an_option_is_taken_out_of_its_list(
    text: str, after: str, left: list[str]
) -> None:
    head = 'from oslo_config import cfg\n\n'
    tail = "CONF.register_opts(OPTS, group='workarounds')\n"
    data = f'{head}{text}{tail}'.encode()
    reading = scanner.scan_text('conf.py', data, DeclarationIndex([FSYNC]))
    traces = [
        one for one in reading.references_to(FSYNC) if one.kind == 'option'
    ]
    assert len(traces) == 1
    edits = Edits()
    source = source_text.decode('conf.py', data, is_python=True)
    found = tombstone.remove_options(source, traces, edits)
    assert [trace.name for trace in found] == left
    done = rewriter.rewrite(data, edits).source.decode()
    assert done == f'{head}{after}{tail}'
    ast.parse(done)
