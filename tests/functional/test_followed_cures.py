# SPDX-License-Identifier: Apache-2.0
"""Whoever does what check says is done with that line."""

from collections.abc import Sequence
import datetime
import pathlib
import re

import hypothesis
from hypothesis import strategies
from oslo_config import cfg
import pytest

import workarounds
from workarounds import check
from workarounds.catalogs import nova
from workarounds.config import options
from workarounds.diagnostics import Diagnostic

TODAY = datetime.date(2026, 11, 22)
#: What may be said of a line that was corrected: there is nothing to do, or a
#: person has to see whether the workaround is needed.
NOTES = {'WA108', 'WA110', 'WA111', 'WA115', 'WA116'}
LINES = strategies.one_of(
    strategies.builds(
        '{} = {}'.format,
        strategies.sampled_from(
            (
                'disable_rootwrap',
                'disable-rootwrap',
                'disable_rootwrp',
                # Deprecated.
                'disable_libvirt_livesnapshot',
                'disable_libvirt_livesnapsht',
                # Weakens security.
                'disable_deep_image_inspection',
                'disable_deep_image_inspektion',
                'qemu_monitor_announce_self',
                'qemu_monitor_announce_self_cuont',
                'wait_for_vif_plugged_event_during_hard_reboot',
                # Removed.
                'enable_consoleauth',
                'enable-consoleauth',
                'something_else',
            )
        ),
        strategies.sampled_from(('true', 'false', 'maybe', '5', '')),
    ),
    strategies.sampled_from(
        ('[workarounds]', '[workaround]', '[Work-Arounds]', '[libvirt]')
    ),
    strategies.sampled_from(
        (
            '  [libvirt]',
            '  transport_url = a,',
            '  password: secret',
            '  more',
            '  # why',
            # These are often to be deleted.
            '  disable_rootwrap = true',
            '  enable_consoleauth = true',
            '  disable_libvirt_livesnapshot = false',
        )
    ),
)


@pytest.fixture(scope='module')
def conf(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return tmp_path_factory.mktemp('followed') / 'nova.conf'


def diagnose(
    path: pathlib.Path, lines: Sequence[str], release: str
) -> tuple[list[Diagnostic], dict[str, object]]:
    """Return the diagnostics, and what each option is set to."""
    path.write_text('\n'.join([*lines, '']))
    registry = workarounds.Registry()
    registry.register(nova.CATALOGUE)
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    conf([f'--config-file={path}'])
    status = workarounds.status.read(
        registry, conf, today=TODAY, service_version=release
    )
    found = check.check_status(registry, conf, status, {})
    return found, {
        setting.option.name: setting.value
        for item in status.workarounds
        for setting in item.settings
    }


def follow(
    lines: Sequence[str], found: Sequence[Diagnostic], *, unindents: bool
) -> tuple[list[str], set[str]]:
    """Return the lines after all cures, and the keys that were corrected."""
    texts: dict[int, str | None] = dict(enumerate(lines, 1))
    moved, keys = list[str](), set[str]()
    for item in found:
        number = item.location.line or 0
        cure = separate(texts, item.cure, unindents=unindents)
        cure = re.sub(r'^if you mean [\w ]+, ', '', cure)
        text = lines[number - 1]
        name = re.match(r'rename it to (\w+)', cure)
        place = re.search(r'move it to (\[\w+\])', cure)
        instead = re.match(r'write (\w+ = .*) in (\[\w+\]) instead', cure)
        if item.code == 'WA103':
            texts[number] = '[workarounds]'
        elif name or place:
            text = f'{name[1]} ={text.partition("=")[2]}' if name else text
            keys.add(key_of(text))
            texts[number] = None if place else text
            moved += [place[1], text] if place else []
        else:
            moved += [instead[2], instead[1]] if instead else []
            delete(texts, cure.replace('the line', f'line {number}'))
    kept = [text for text in texts.values() if text is not None]
    return kept + moved, keys


def separate(
    texts: dict[int, str | None], cure: str, *, unindents: bool
) -> str:
    """Do what a cure says about indented lines, and return the rest of it."""
    pattern = r'remove the indentation of lines? ([\d-]+)(.*?or )?(.*?)(; |$)'
    for own, condition, rest, _ in re.findall(pattern, cure):
        # The lines below do not belong to another section.
        if unindents and ' if the lines below' not in condition:
            for line in numbers(own):
                texts[line] = str(texts[line]).lstrip()
        else:
            them = re.sub('(them|it)$', f'lines {own}', rest)
            delete(texts, them)
    return re.sub(pattern, '', cure)


def delete(texts: dict[int, str | None], cure: str) -> None:
    """Delete the lines that a cure names."""
    for shown in re.findall(r'delete lines? ((?:[\d-]+|, | and )+)', cure):
        for lines in re.findall(r'[\d-]+', shown):
            texts |= dict.fromkeys(numbers(lines))


def numbers(shown: str) -> range:
    first, _, last = shown.partition('-')
    return range(int(first), int(last or first) + 1)


def key_of(text: str) -> str:
    return text.partition('=')[0].strip()


@pytest.mark.parametrize('unindents', [True, False])
@hypothesis.given(
    lines=strategies.lists(LINES, max_size=10),
    release=strategies.sampled_from(('34.0.0', '23.1.0', '12.0.0')),
)
@hypothesis.settings(max_examples=30)
def test_a_line_that_was_corrected_has_nothing_left_to_correct(
    conf: pathlib.Path, lines: list[str], release: str, unindents: bool
) -> None:
    before = ['[workarounds]', 'libvirt_disable_apic = true']
    for line in lines:
        # Below a section, there is no value that an indented line continues.
        if not (before[-1].startswith('[') and line.startswith(' ')):
            before.append(line)
    found, values = diagnose(conf, before, release)
    after, corrected = follow(before, found, unindents=unindents)
    left, new_values = diagnose(conf, after, release)
    said = {
        key_of(after[(item.location.line or 1) - 1]): item
        for item in left
        if item.code not in NOTES
    }
    hypothesis.note('\n'.join(after))
    assert not {key: said[key] for key in corrected & said.keys()}
    told = ' '.join(f'{item.message} {item.cure}' for item in found)
    if 'WA103' in {item.code for item in found}:
        # To rename a section changes what its lines set.
        told += ' '.join(before)
    assert not [
        name
        for name, value in values.items()
        if new_values[name] != value and name not in told
    ]
