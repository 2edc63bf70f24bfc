# SPDX-License-Identifier: Apache-2.0
"""Files of facts: their mistakes, and the lines of these."""

import errno
import os
import pathlib
import tempfile
import threading
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies
import pytest
import yaml

from workarounds import exceptions
from workarounds.advice.facts import documents

GOOD = 'schema: 1\nplatform: debian:12\n'
KNOWN = (
    'known are schema, platform, package_manager, packages, components, '
    'service_version, contents, service'
)
NO_HOST = (
    'is not a mapping with schema, platform, package_manager, packages, '
    'components, service_version, contents and service'
)
NO_PLATFORM = 'is not ID:VERSION_ID of an os-release file, such as debian:12'
CUT_OFF = 'correct it, or fetch the file again if it is cut off'
CONTROL = 'control characters are not allowed; remove the character'
NO_CAUSE = 'is not a mapping with unknown and the cause'
TWO = 'is not a mapping with version, or with unknown and the cause'

#: Content that cannot be read at all, and the message about it.
UNREADABLE: dict[str, tuple[str | bytes, str]] = {
    'nothing': ('', '1: is empty; fetch the file again'),
    'bytes that are not UTF-8': (
        b'schema: 1\nplatform: caf\xe9\n',
        '2: byte 0xe9 is not UTF-8; save the file as UTF-8',
    ),
    'UTF-16': (
        'schema: 1\n'.encode('utf-16'),
        '1: byte 0xff is not UTF-8; save the file as UTF-8',
    ),
    'junk': (
        b'schema: 1\n\n\x7fELF\x80',
        '3: byte 0x80 is not UTF-8; save the file as UTF-8',
    ),
    'JSON that ends within text': (
        '{"schema": 1,\n "platform": "deb',
        f'2: cannot be read: found unexpected end of stream; {CUT_OFF}',
    ),
    'JSON that ends between two fields': (
        '{"schema": 1,\n "platform": "debian:12"\n',
        f"2: cannot be read: did not find expected ',' or '}}'; {CUT_OFF}",
    ),
    'YAML that ends within text': (
        'schema: 1\nplatform: "debian',
        f'2: cannot be read: found unexpected end of stream; {CUT_OFF}',
    ),
    'YAML that ends within a key': (
        'schema: 1\nplat\n',
        f"2: cannot be read: could not find expected ':'; {CUT_OFF}",
    ),
    'JSON that ends in a line without an end': (
        '{"schema": 1,\n "platform": "debian:12"',
        f"2: cannot be read: did not find expected ',' or '}}'; {CUT_OFF}",
    ),
    'JSON that ends within a list, of Windows': (
        '{"schema": 1,\r\n "packages": [\r\n',
        '2: cannot be read: did not find expected node content; ' + CUT_OFF,
    ),
    'YAML that is indented with a tab': (
        'schema: 1\nplatform:\n\tunknown: why\n',
        '3: cannot be read: found character that cannot start any token; '
        f'{CUT_OFF}',
    ),
    'a tag that nobody has defined': (
        'schema: 1\nplatform: !e!x a:1\n',
        f'2: cannot be read: found undefined tag handle; {CUT_OFF}',
    ),
    'another YAML': (
        f'%YAML 3.0\n---\n{GOOD}',
        f'1: cannot be read: found incompatible YAML document; {CUT_OFF}',
    ),
    'NUL': (
        'schema: 1\n# äöü\nplatform: "a\0"\n',
        f'3: cannot be read: {CONTROL}',
    ),
    'a terminal escape': (
        'schema: 1\nplatform: "ä\x1b[31m"\n',
        f'2: cannot be read: {CONTROL}',
    ),
    'a control character of C1': (
        'schema: 1\nplatform: \x9b31m\n',
        f'2: cannot be read: {CONTROL}',
    ),
    'a key that is there twice': (
        'schema: 1\nplatform: a:1\n\nplatform: a:2\n',
        "4: 'platform' is given twice; remove one",
    ),
    'a key of JSON that is there twice': (
        '{"schema": 1, "packages": {\n"a": {},\n"\\u0061": {}}}',
        "3: 'a' is given twice; remove one",
    ),
    'a hostile key that is there twice': (
        'schema: 1\n"\\e[31m": 1\n"\\e[31m": 1\n',
        r"3: '\x1b[31m' is given twice; remove one",
    ),
    'an alias': (
        'schema: 1\nplatform: &a a:1\npackage_manager: *a\n',
        '3: is an alias; write the value out',
    ),
    'an alias of nothing': (
        'schema: *a\n',
        '1: is an alias; write the value out',
    ),
    'a cycle': (
        'schema: 1\npackages: &a\n  b: *a\n',
        '3: is an alias; write the value out',
    ),
    'a bomb': (
        'a: &a [x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\n',
        '2: is an alias; write the value out',
    ),
    'an alias for a key': (
        'schema: 1\n*a : b\n',
        '2: a key is not text; write text',
    ),
    'a list for a key': (
        'schema: 1\n? [a]\n: b\n',
        '2: a key is not text; write text',
    ),
    'two documents': (
        f'{GOOD}---\n{GOOD}',
        '3: a second document begins; keep one',
    ),
}

_MANY = 100_000

#: Content that is nested too deeply, and the line of that part.
DEEP = {
    'lists in lists': ('schema: 1\nplatform: ' + '[' * _MANY, 2),
    'lists in lists that are complete': ('[' * _MANY + ']' * _MANY, 1),
    'a line for each list': ('[\n' * _MANY, 22),
    'mappings in mappings': ('schema: 1\nplatform: ' + '{a: ' * _MANY, 2),
    'lists in mappings': ('{"a": [' * _MANY, 1),
    'JSON that is indented': (
        '\n'.join(' ' * level + '{"a":' for level in range(2000)),
        21,
    ),
    'blocks of lists': ('schema: 1\nplatform:\n' + '- ' * _MANY, 3),
    'blocks of mappings': (
        '\n'.join(' ' * level + 'a:' for level in range(2000)),
        21,
    ),
    'lists with anchors': ('&a [' * _MANY, 1),
    'lists with tags': ('!t [' * _MANY, 1),
    'an alias that is deep': ('[' * 2000 + '*a', 1),
    'a letter after them that YAML does not know': ('[' * 900 + '`', 1),
    'a deep list after a long one': (f'[{"x, " * 5000}\n{"[" * 2000}', 2),
}
#: Without and with libyaml.
LOADERS = [yaml.BaseLoader, yaml.CBaseLoader]

#: Files that can be read and are not host files, and their errors.
WRONG: dict[str, tuple[str, list[str]]] = {
    'text': ('hello\n', [f"1: 'hello' {NO_HOST}"]),
    'a number': ('7\n', [f"1: '7' {NO_HOST}"]),
    'a list': ('# one\n- a\n', [f'2: a list {NO_HOST}']),
    'an object that YAML would make': (
        'schema: 1\nplatform: !!python/object/apply:os.system [reboot]\n',
        [f'2: platform: a list {NO_CAUSE}'],
    ),
    'another schema version': (
        'schema: 2\nplatform: debian:12\n',
        [
            "1: schema: '2' is not 1, the schema version of host files that "
            'this release reads'
        ],
    ),
    'no schema version': (
        'platform: debian:12\n',
        ["1: 'schema' is missing; add it"],
    ),
    'nothing that is needed': (
        'package_manager: rpm\n',
        ["1: 'schema' is missing; add it", "1: 'platform' is missing; add it"],
    ),
    'fields with near names': (
        'schema: 1\npackges: {}\nplatfrom: a:1\nplatform: a:1\n',
        [
            "2: packges: is unknown here; did you mean 'packages'?",
            "3: platfrom: is unknown here; did you mean 'platform'?",
        ],
    ),
    'a field that is like none': (
        f'{GOOD}<<: {{}}\n',
        [f'3: <<: is unknown here; {KNOWN}'],
    ),
    'wrong types at the first level': (
        'schema: 1\nplatform: [a]\npackage_manager: {x: 1}\npackages: [a]\n'
        'components: text\nservice_version: []\n',
        [
            f'2: platform: a list {NO_CAUSE}',
            "3: package_manager: 'unknown' is missing; add it",
            '3: package_manager.x: is unknown here; known are unknown',
            '4: packages: a list is not a mapping of packages',
            "5: components: 'text' is not a mapping of components",
            f'6: service_version: an empty list {NO_CAUSE}',
        ],
    ),
    'problems that the schema finds in another order': (
        'service_version: [a]\nx: 1\nplatform: [a]\nschema: 2\n',
        [
            f'1: service_version: a list {NO_CAUSE}',
            f'2: x: is unknown here; {KNOWN}',
            f'3: platform: a list {NO_CAUSE}',
            "4: schema: '2' is not 1, the schema version of host files that "
            'this release reads',
        ],
    ),
    'several problems of one value': (
        f'schema: 1\nplatform: {"A " * 200}\n',
        ['2: platform: is 399 characters long; at most 200 make sense'],
    ),
    'several problems of one name': (
        f'{GOOD}packages:\n  {"a " * 200}: {{version: 1}}\n',
        [
            f'4: packages.{"a " * 30}...: is 399 characters long; at most '
            f'200 make sense'
        ],
    ),
    'a name and its value': (
        f'{GOOD}packages:\n  a b: {{vendor: c}}\n',
        [
            "4: packages.a b: 'a b' is not the name of a package",
            "4: packages.a b: 'version' is missing; add it",
        ],
    ),
    'text in the place of a package': (
        f'{GOOD}packages:\n  a: 1.2\n',
        [f"4: packages.a: '1.2' {TWO}"],
    ),
    'a list in the place of a package': (
        f'{GOOD}packages:\n  a: [1.2]\n',
        [f'4: packages.a: a list {TWO}'],
    ),
    'nothing in the place of a package': (
        f'{GOOD}packages:\n  a:\n',
        [f"4: packages.a: '' {TWO}"],
    ),
    'a mapping for a version': (
        f'{GOOD}packages:\n  a:\n    version: {{}}\n',
        [
            '5: packages.a.version: a mapping is not a version, which starts '
            'with a digit'
        ],
    ),
    'an empty cause': (
        'schema: 1\nplatform: {unknown: ""}\n',
        ["2: platform.unknown: '' is not the cause why it is not known"],
    ),
    'a hostile value': (
        'schema: 1\nplatform: "\\e]0;x\\a\\u202e\\0"\n',
        [rf"2: platform: '\x1b]0;x\x07\u202e\x00' {NO_PLATFORM}"],
    ),
    'a hostile field': (
        f'{GOOD}"\\e[31m": 1\n',
        [rf'3: \x1b[31m: is unknown here; {KNOWN}'],
    ),
    'ten megabytes in a field': (
        f'schema: 1\nplatform: {{unknown: {"x" * 10_000_000}}}\n',
        [
            '2: platform.unknown: is 10000000 characters long; at most 1000 '
            'make sense'
        ],
    ),
    'ten megabytes in a name': (
        f'{GOOD}? {"x" * 10_000_000}\n: 1\n',
        [f'3: {"x" * 60}...: is unknown here; {KNOWN}'],
    ),
    'dates that are none': (
        'schema: 1\nplatforms:\n  a:1: {title: t, source: s, packages: rpm,\n'
        '    released: yesterday,\n    end_of_life: 2026-02-30}\n'
        'as_of: 2026-11-23\n',
        [
            "4: platforms.a:1.released: 'yesterday' is not a date such as "
            '2028-06-30',
            "5: platforms.a:1.end_of_life: '2026-02-30' is not a date such "
            'as 2028-06-30',
        ],
    ),
}

#: The same facts, however they are laid out.
SAME = {
    'YAML': GOOD,
    'YAML of a begin and an end': f'---\n{GOOD}...\n',
    'a comment': f'# one\n\n{GOOD}',
    'a byte order mark': f'\ufeff{GOOD}',
    'lines that end as on Windows': GOOD.replace('\n', '\r\n'),
    'lines that end as on an old Mac': GOOD.replace('\n', '\r'),
    'no newline at the end': GOOD.rstrip(),
    'JSON': '{"schema": 1, "platform": "debian:12"}',
    'JSON with tabs': '{\n\t"schema": 1,\n\t"platform": "debian:12"\n}\n',
    'JSON without spaces': '{"schema":1,"platform":"debian:12"}',
    'JSON with escapes': '{"schema":1,"platform":"\\u0064ebian:12"}',
    'JSON with a byte order mark': (
        '\ufeff{"schema": 1,\r\n"platform": "debian:12"}\r\n'
    ),
    'an anchor that nobody uses': 'schema: 1\nplatform: &a debian:12\n',
}


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / 'facts'


def problems(path: pathlib.Path, schema: str = 'host') -> list[str]:
    with pytest.raises(exceptions.DataFileError) as caught:
        documents.read_document(path, schema)
    return str(caught.value).splitlines()


@pytest.mark.parametrize('text', SAME.values(), ids=SAME)
def test_the_layout_of_a_file_does_not_matter(
    path: pathlib.Path, text: str
) -> None:
    path.write_bytes(text.encode())
    assert documents.read_document(path, 'host').content == {
        'schema': '1',
        'platform': 'debian:12',
    }


@pytest.mark.parametrize(
    ('data', 'problem'), UNREADABLE.values(), ids=UNREADABLE
)
def test_what_cannot_be_read_is_reported_with_its_line(
    path: pathlib.Path, data: str | bytes, problem: str
) -> None:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    assert problems(path) == [f'{path}:{problem}']


@pytest.mark.parametrize('loader', LOADERS)
@pytest.mark.parametrize(('text', 'line'), DEEP.values(), ids=DEEP)
def test_a_file_that_is_too_deep_is_reported_with_its_line(
    path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    line: int,
    loader: type[Any],
) -> None:
    monkeypatch.setattr(documents, '_LOADER', loader)
    path.write_text(text)
    assert problems(path) == [
        f'{path}:{line}: is nested deeper than 20 levels'
    ]


@pytest.mark.parametrize('loader', LOADERS)
def test_brackets_in_text_and_comments_are_no_depth(
    path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    loader: type[Any],
) -> None:
    monkeypatch.setattr(documents, '_LOADER', loader)
    text = '[' * 1000
    path.write_text(f'schema: 1\nplatform: {{unknown: "{text}"}} # {text}\n')
    content = documents.read_document(path, 'host').content
    assert content['platform'] == {'unknown': text}


@pytest.mark.parametrize(('text', 'expected'), WRONG.values(), ids=WRONG)
def test_each_fault_is_reported_once_with_its_line(
    path: pathlib.Path, text: str, expected: list[str]
) -> None:
    path.write_bytes(text.encode())
    schema = 'data' if 'platforms:' in text else 'host'
    assert problems(path, schema) == [
        f'{path}:{problem}' for problem in expected
    ]


@pytest.mark.parametrize(
    ('key', 'problem'),
    [
        ('-b', "-b: '-b' is not the name of a package"),
        (
            '"\\e[31m"',
            r"\x1b[31m: '\x1b[31m' is not the name of a package",
        ),
        (
            'p' * 300,
            f'{"p" * 60}...: is 300 characters long; at most 200 make sense',
        ),
    ],
)
def test_a_name_that_is_none_is_reported_with_the_line_where_it_stands(
    path: pathlib.Path, key: str, problem: str
) -> None:
    path.write_text(
        f'{GOOD}packages:\n  a: {{version: 1}}\n  {key}: {{version: 1}}\n'
    )
    assert problems(path) == [f'{path}:5: packages.{problem}']


def test_a_name_is_reported_at_its_own_line_wherever_its_value_begins(
    path: pathlib.Path,
) -> None:
    path.write_text(f'{GOOD}packages:\n  -b:\n\n    version: 1\n')
    assert problems(path) == [
        f"{path}:4: packages.-b: '-b' is not the name of a package"
    ]


@pytest.mark.parametrize('number', [20, 21, 50])
def test_after_twenty_faults_the_others_are_counted(
    path: pathlib.Path, number: int
) -> None:
    fields = ''.join(f'x{i}: 1\n' for i in range(number))
    path.write_text(f'{GOOD}{fields}')
    reported = problems(path)
    assert reported[:20] == [
        f'{path}:{3 + i}: x{i}: is unknown here; {KNOWN}' for i in range(20)
    ]
    more = [f'{path}: and {number - 20} more'] if number > 20 else []
    assert reported[20:] == more


def test_text_of_an_emoji_in_json_is_that_emoji(path: pathlib.Path) -> None:
    # json.dumps writes it so.
    path.write_text('{"schema": 1, "platform": {"unknown": "\\ud83d\\ude00"}}')
    content = documents.read_document(path, 'host').content
    assert content['platform'] == {'unknown': '\U0001f600'}


def test_every_scalar_is_text_as_it_is_written(path: pathlib.Path) -> None:
    path.write_text(
        'schema: 1\nplatform: a:1\npackages:\n'
        '  a: {unknown: null}\n  b: {unknown: yes}\n  c: {unknown: 1.10}\n'
        '  d: {unknown: 0o17}\n  e: {unknown: 2026-01-01}\n'
        '  f: {unknown: ~}\n'
    )
    packages = documents.read_document(path, 'host').content['packages']
    assert [package['unknown'] for package in packages.values()] == [
        'null',
        'yes',
        '1.10',
        '0o17',
        '2026-01-01',
        '~',
    ]


def test_a_fault_of_a_part_without_a_line_has_that_of_what_it_is_in(
    path: pathlib.Path,
) -> None:
    path.write_text('schema: 1\n\nplatform: a:1\n')
    document = documents.read_document(path, 'host')
    assert document.describe_problem(('platform', 'x'), 'no') == (
        f'{path}:3: platform.x: no'
    )
    assert document.describe_problem((), 'no') == f'{path}:1: no'


@pytest.mark.parametrize(
    ('name', 'message'),
    [
        ('', 'Is a directory; give a file'),
        ('missing', 'No such file or directory; check the path'),
        ('file/x', 'Not a directory; check the path'),
        ('dangling', 'No such file or directory; check the path'),
        ('loop', 'Too many levels of symbolic links; check the path'),
        ('x' * 300, 'File name too long; check the path'),
    ],
)
def test_a_path_that_leads_to_no_file_is_reported(
    tmp_path: pathlib.Path, name: str, message: str
) -> None:
    (tmp_path / 'file').touch()
    (tmp_path / 'dangling').symlink_to('nowhere')
    (tmp_path / 'loop').symlink_to('loop')
    assert problems(tmp_path / name) == [f'{tmp_path / name}: {message}']


def test_a_file_that_is_closed_to_the_user_is_reported_with_the_cure(
    path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(name: str, _: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)

    # Root may read any file.
    monkeypatch.setattr('builtins.open', deny)
    assert problems(path) == [
        f'{path}: Permission denied; run as a user who may read it'
    ]


def test_a_file_that_is_too_large_is_not_read(path: pathlib.Path) -> None:
    with open(path, 'wb') as file:
        file.truncate(documents.LARGEST_FILE + 1)
    assert problems(path) == [
        f'{path}: is larger than 64 MiB, too large for facts; check the path'
    ]


def test_a_device_without_an_end_is_not_read_to_its_end() -> None:
    [problem] = problems(pathlib.Path('/dev/zero'))
    assert problem.startswith('/dev/zero: is larger than 64 MiB')


def test_a_pipe_is_read(path: pathlib.Path) -> None:
    # advise --host <(ssh compute1 workarounds facts)
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=[GOOD])
    writer.start()
    assert documents.read_document(path, 'host').content['schema'] == '1'
    writer.join()


lines = strategies.sampled_from(
    [
        b'schema: 1\n',
        b'platform: debian:12\n',
        b'packages:\n',
        b'  a: {version: 1}\n',
        b'  - ',
        b'? ',
        b': ',
        b'&a ',
        b'*a ',
        b'!!x ',
        b'%YAML 1.1\n',
        b'---\n',
        b'...\n',
        b'"\\ud83d"',
        b'"\\x',
        b'| \n',
        b'{"a": ',
        b'[',
        b'}',
        b'\xef\xbb\xbf',
        b'\xff\xfe',
        b'\x85',
        b'\r',
        b'\t',
        b'#',
    ]
)
junk = strategies.binary(max_size=20)


@given(
    strategies.binary()
    | strategies.lists(lines | junk, max_size=12).map(b''.join)
)
@settings(deadline=None, database=None, max_examples=300)
def test_whatever_a_file_holds_nothing_else_is_raised(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, 'facts')
        path.write_bytes(data)
        for schema in ('host', 'data'):
            try:
                documents.read_document(path, schema)
            except exceptions.DataFileError as error:
                reported = str(error).splitlines()
                assert reported
                assert all(line.startswith(f'{path}:') for line in reported)
                assert all(line.isprintable() for line in reported)
