# SPDX-License-Identifier: Apache-2.0
"""Who uses a name, in all files of a project."""

import pathlib
import textwrap

import pytest

from workarounds.retire import name_uses
from workarounds.retire.name_uses import Project


def found(text: str, name: str = 'go') -> list[tuple[str, str]]:
    """Find the uses in one file: the kind of each, and what stands there."""
    source = textwrap.dedent(text)
    lines = source.split('\n')
    return sorted(
        (
            use.kind,
            lines[use.place.line - 1][use.place.column : use.place.end_column]
            if use.place.line == use.place.end_line
            else '',
        )
        for use in name_uses.find_uses('a.py', source.encode(), name)
    )


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('go\n', [('name', 'go')]),
        ('x = go(1) + 1\n', [('name', 'go(1)')]),
        ('x.go(1)\n', [('attribute', 'x.go(1)')]),
        ('x.y.go\n', [('attribute', 'x.y.go')]),
        ('go.x\n', [('name', 'go')]),
        ('f(go)\n', [('name', 'go')]),
        ('import go\n', [('import', 'import go')]),
        ('import a.go\n', [('import', 'import a.go')]),
        ('from a import go\n', [('import', 'from a import go')]),
        ('from a import go as b\n', [('import', 'from a import go as b')]),
        ('from a import b as go\n', [('import', 'from a import b as go')]),
        ("x = 'a.go'\n", [('text', "'a.go'")]),
        ('def go(): pass\n', [('definition', 'def go(): pass')]),
        ('class go: pass\n', [('definition', 'class go: pass')]),
        ('go = 1\n', [('definition', 'go')]),
        ('x.go = 1\n', [('definition', 'x.go')]),
        ('del go\n', [('definition', 'go')]),
        ('lambda go: 1\n', [('definition', 'lambda go: 1')]),
    ],
)
def test_each_kind_of_use_is_told(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_a_formatted_text_is_a_text() -> None:
    [(kind, _)] = found("x = f'a.go {b}'\n")
    assert kind == 'text'


@pytest.mark.parametrize(
    'text',
    [
        '# go\n',
        'gone\nx.ago\n',
        'f(go=1)\n',
        "'''What go does.'''\n",
        'def f():\n    """Let it go."""\n',
        "x = 'gone'\n",
    ],
)
def test_what_only_looks_like_it_is_no_use(text: str) -> None:
    assert found(text) == []


def test_it_is_told_who_asks_and_how() -> None:
    text = textwrap.dedent("""\
        class C:
            def f(self):
                return (
                    self.go() or
                    b.c.go
                )
        """)
    uses = list(name_uses.find_uses('a.py', text.encode(), 'go'))
    uses.sort(key=lambda use: use.place)
    assert [use.scope_path for use in uses] == [('C', 'f')] * 2
    assert [use.start for use in uses] == [(3, 8)] * 2
    assert [use.is_called for use in uses] == [True, False]
    assert [use.receiver for use in uses] == ['self', '']


@pytest.mark.parametrize(
    ('text', 'receiver', 'alias'),
    [
        ('from a.b import go\n', 'a.b', 'go'),
        ('from a.b import go as x\n', 'a.b', 'x'),
        ('from . import go\n', '', 'go'),
        ('import a.go\n', '', 'a.go'),
    ],
)
def test_of_an_import_the_module_is_told(
    text: str, receiver: str, alias: str
) -> None:
    [use] = name_uses.find_uses('a.py', text.encode(), 'go')
    assert (use.receiver, use.alias) == (receiver, alias)


@pytest.mark.parametrize(
    'data', [b'print go\n', b'\xff\xfe go', b'go\x00', b'(' * 999 + b'go']
)
def test_in_what_is_no_python_anything_may_be_a_use(data: bytes) -> None:
    [use] = name_uses.find_uses('a.py', data, 'go')
    assert (use.kind, str(use.place)) == ('text', 'a.py:1')


def test_characters_are_counted_not_bytes() -> None:
    text = "x = '\N{EURO SIGN}', go\n"
    [use] = name_uses.find_uses('a.py', text.encode(), 'go')
    assert use.place.column == text.index('go')


# --- a project


@pytest.fixture
def project(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Project:
    """Make a project of three files."""
    monkeypatch.chdir(tmp_path)
    for name, text in [
        ('a.py', 'def go(): pass\n'),
        ('b.py', 'from a import go\n'),
        ('setup.cfg', '[x]\ny = a:go\n'),
    ]:
        pathlib.Path(name).write_text(text)
    return Project(['a.py', 'b.py'], ['setup.cfg', 'none.py'], {})


def test_all_files_are_searched(project: Project) -> None:
    assert [(use.kind, str(use.place)) for use in project.find_uses('go')] == [
        ('definition', 'a.py:1'),
        ('import', 'b.py:1'),
        ('text', 'setup.cfg:1'),
    ]
    assert list(project.find_uses('gone')) == []


def test_a_new_text_takes_the_place_of_the_file(
    project: Project,
) -> None:
    project.texts['b.py'] = b'x = 1\ngo = 2\n'
    assert project.text('b.py') == b'x = 1\ngo = 2\n'
    assert [str(use.place) for use in project.find_uses('go')] == [
        'a.py:1',
        'b.py:2',
        'setup.cfg:1',
    ]


def test_a_file_that_is_gone_has_no_text(project: Project) -> None:
    assert project.text('none.py') == b''


def test_a_file_outside_is_not_to_be_changed(project: Project) -> None:
    assert project.is_outside('setup.cfg')
    assert not project.is_outside('a.py')
