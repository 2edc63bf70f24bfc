# SPDX-License-Identifier: Apache-2.0
"""Any file is read as oslo.config reads it, or gives a clear error."""

import datetime
import pathlib
import tempfile

import hypothesis
from hypothesis import strategies
from oslo_config import cfg
from oslo_config import iniparser

import workarounds
from workarounds import check
from workarounds import exceptions
from workarounds.catalogs import qemu_img
from workarounds.config import file_parser
from workarounds.config import options
from workarounds.config import sources as config_sources

TODAY = datetime.date(2026, 11, 22)
Sections = dict[str, dict[str, list[str]]]

junk = strategies.text(strategies.characters(codec='utf-8'), max_size=12)
section = strategies.sampled_from(
    ['workarounds', 'WORKAROUNDS', 'workaround', 'DEFAULT', 'default', 'a']
)
key = strategies.sampled_from(
    ['disable_fsync_before_convert', 'disable-fsync', 'config_file', 'a']
)
value = strategies.sampled_from(
    ['true', 'false', '', '1', '$a', '${a.b}', '$workarounds', '$$', '%s']
)
line = strategies.one_of(
    strategies.builds('[{}]'.format, section | junk),
    strategies.builds(
        '{}{}{}'.format,
        key | junk,
        strategies.sampled_from([' = ', ':', '=']),
        value | junk,
    ),
    strategies.builds('  {}'.format, value | junk),
    strategies.builds('# {}'.format, junk),
    strategies.just(''),
    junk,
)


def valid(text: str) -> str:
    """Put a section first, because most files without one are refused."""
    return f'[workarounds]\n{text}'


lines = strategies.builds(
    str.join,
    strategies.sampled_from(['\n', '\r\n', '\r']),
    strategies.lists(line, max_size=12),
)
texts = lines | lines.map(valid)

modestly = hypothesis.settings(
    database=None, deadline=None, derandomize=True, max_examples=50
)


def ours(path: str) -> Sections | None:
    """Return the entries that our reader finds, ``None`` if it refuses."""
    try:
        read = file_parser.read_file(path)
    except exceptions.ConfigFileError:
        return None
    sections: Sections = {header.name: {} for header in read.sections}
    for entry in read.entries:
        keys = sections[entry.section]
        keys.setdefault(entry.key, []).append(entry.value)
    return sections


def theirs(path: str) -> Sections | None:
    """Return the entries that oslo.config finds, ``None`` if it refuses."""
    sections: Sections = {}
    try:
        cfg.ConfigParser(path, sections).parse()
    except iniparser.ParseError:
        return None
    return sections


@modestly
@hypothesis.given(text=texts)
def test_a_file_is_read_as_oslo_config_reads_it(text: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, 'nova.conf')
        path.write_bytes(text.encode())
        assert ours(str(path)) == theirs(str(path))


@modestly
@hypothesis.given(text=texts)
def test_each_key_is_in_the_line_that_is_reported(text: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, 'nova.conf')
        path.write_bytes(text.encode())
        try:
            read = file_parser.read_file(str(path))
        except exceptions.ConfigFileError:
            return
        numbered = path.read_text(encoding='utf-8').split('\n')
    for entry in read.entries:
        assert numbered[entry.line - 1].startswith(entry.key)
    for header in read.sections:
        assert numbered[header.line - 1].startswith(f'[{header.name}]')


def reported_lines(path: pathlib.Path) -> list[str]:
    """Return the diagnostics of a file."""
    registry = workarounds.Registry(*qemu_img.CATALOGUE.declarations)
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    try:
        unread = config_sources.parse_sources(
            conf, config_sources.Sources([str(path)], [])
        )
        diagnostics = check.check(registry, conf, today=TODAY, environ={})
        return [*unread, *map(str, diagnostics)]
    except exceptions.WorkaroundError as error:
        return [str(error)]


@modestly
@hypothesis.given(text=texts)
def test_whatever_is_reported_names_the_file(text: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory, 'nova.conf')
        path.write_bytes(text.encode())
        lines = reported_lines(path)
        is_refused = ours(str(path)) is None
    assert lines or not is_refused
    assert not [line for line in lines if f'{path}:' not in line]
