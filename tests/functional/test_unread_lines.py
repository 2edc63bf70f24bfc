# SPDX-License-Identifier: Apache-2.0
"""Advice about files with lines that cannot be parsed."""

from collections.abc import Sequence
import json
import pathlib
import subprocess
from typing import Any

import pytest

from tests.functional import command_line
from workarounds.config import file_parser

HOST = (
    pathlib.Path(__file__).parents[2]
    / 'doc/source/examples/hosts/debian12.json'
)
#: Its bug depends on an option of [libvirt].
DEPENDS = 'never_download_image_if_on_rbd'


def advise(
    conf: pathlib.Path, *arguments: object
) -> subprocess.CompletedProcess[str]:
    return command_line.run(
        *('--namespace', 'nova', '--service-version', '34.0.0'),
        *('--config-file', conf, 'advise', '--host', HOST, *arguments),
    )


def additions(conf: pathlib.Path) -> list[dict[str, Any]]:
    """Return the lines that advise would add to a file."""
    rows = json.loads(advise(conf, '-f', 'json').stdout)['workarounds']
    return [
        change
        for row in rows
        for change in (row['action'], *row['action']['optional_actions'])
        if change['kind'] == 'add-line' and not change['needs_value']
    ]


@pytest.mark.parametrize(
    ('lines', 'shown'),
    [
        (['[workarounds]', '  disable_rootwrap = true'], '1-2'),
        (['[workarounds]', '\tmore', '  more', 'live_migration = 1'], '1-3'),
        # These do not continue a line that is added below the section.
        (['[workarounds]', '', '  more'], '1'),
        (['[workarounds]', '# why', '  more'], '1'),
        (['[libvirt]', '  more', '[workarounds]'], '3'),
    ],
)
def test_no_line_is_added_above_an_indented_one(
    tmp_path: pathlib.Path, lines: Sequence[str], shown: str
) -> None:
    conf = tmp_path / 'nova.conf'
    conf.write_text('\n'.join([*lines, '']))
    planned = additions(conf)
    assert planned
    for change in planned:
        after = [*lines]
        after.insert(change['end_line'], change['text'])
        conf.write_text('\n'.join([*after, '']))
        file, _ = file_parser.read_readable(str(conf))
        assert file
        [entry] = [
            it for it in file.entries if f'{it.key} = ' in change['text']
        ]
        assert entry.section == 'workarounds'
        assert f'{entry.key} = {entry.value}' == change['text']
    conf.write_text('\n'.join([*lines, '']))
    said = ' '.join(advise(conf, '--all').stdout.split())
    assert f'add below {conf}:{shown} [workarounds]: ' in said


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('[workarounds]\n  more\n', 'images_type is not rbd, so '),
        (
            '[workarounds]\nmore\n[libvirt]\nimages_type = rbd\n',
            'images_rbd_glance_store_name is not set, so ',
        ),
        ('[libvirt]\nimages_type rbd\n', 'nova.conf:2 cannot be parsed'),
        (
            '[LibVirt]\nvirt_type = kvm\n\n  images_type = rbd\n',
            'nova.conf:4 cannot be parsed',
        ),
        # It may be the header of the section of the lines below it.
        (
            '[workarounds]\n  [libvirt]\nimages_type = rbd\n',
            'nova.conf:2 cannot be parsed',
        ),
        ('[libvirt]\nimages_type = $type\n', 'its value refers to another'),
    ],
)
def test_only_lines_of_its_section_can_set_an_option(
    tmp_path: pathlib.Path, text: str, expected: str
) -> None:
    conf = tmp_path / 'nova.conf'
    conf.write_text(text)
    done = advise(conf, '--only', DEPENDS, '-f', 'json')
    [row] = json.loads(done.stdout)['workarounds']
    assert expected in row['message']


@pytest.mark.parametrize(
    ('line', 'cure'),
    [
        ('  a = 1', 'remove its indentation, or delete the line'),
        ('\t[a]', 'remove its indentation, or delete the line'),
        ('  # why', 'remove its indentation, or delete the line'),
        (
            '  more',
            'move it below the value that it continues, or delete the line',
        ),
    ],
)
def test_a_line_without_its_indentation_can_be_parsed(
    tmp_path: pathlib.Path, line: str, cure: str
) -> None:
    conf = tmp_path / 'nova.conf'
    conf.write_text(f'[libvirt]\n{line}\n')
    [said, _] = advise(conf).stderr.splitlines()
    assert said.endswith(f'a value above it; {cure}')
