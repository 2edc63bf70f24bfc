# SPDX-License-Identifier: Apache-2.0
"""Names in strings and in other files are found as whole words."""

import pytest

from tests.unit.audit import code
from workarounds.audit import scanner
from workarounds.source.references import Reference


def mentions(path: str, text: str) -> list[Reference]:
    reading = scanner.scan_text(path, text.encode(), code.SUBJECTS)
    assert not reading.skipped
    return list(reading.references)


def test_a_document() -> None:
    text = (
        'Set ``flush_images`` or [workarounds]disable_announce.\n'
        '\n'
        '* flush_images_now, xflush_images\n'
        '\tflush_images=True\r\n'
        'é disable_luks\n'
    )
    found = mentions('doc/flush.rst', text)
    assert [(trace.kind, trace.name) for trace in found] == [
        ('mention', 'flush_images'),
        ('mention', 'disable_announce'),
        ('mention', 'flush_images'),
        ('mention', 'disable_luks'),
    ]
    assert [code.at(text, trace.place) for trace in found] == [
        trace.name for trace in found
    ]
    assert [trace.place.line for trace in found] == [1, 1, 4, 5]
    assert found[2].text == 'flush_images=True'


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        ('Please flush the images.', 0),
        ('The workaround flush flushes.', 1),
        ("workarounds.enabled('flush')", 1),
    ],
)
def test_a_common_word_needs_a_context(text: str, expected: int) -> None:
    assert len(mentions('a.rst', text)) == expected


@pytest.mark.parametrize(
    'text',
    [
        "x = 'flush_images'",
        "'''Doc.\n\nflush_images\n'''",
        "x = f'{y} flush_images'",
        "x = b'flush_images'",
        "LOG.info('Set flush_images')",
        "x = ('a'\n     'flush_images')",
        "NAME = 'flush_images'",
    ],
)
def test_a_string_of_python(text: str) -> None:
    (trace,) = mentions('a.py', text)
    assert (trace.kind, trace.name) == ('mention', 'flush_images')
    assert code.at(text, trace.place) == 'flush_images'


@pytest.mark.parametrize(
    'text',
    [
        'flush_images = 1',
        'x.flush_images',
        'f(flush_images=1)',
        'def flush_images(): pass',
        "CONF.workarounds.get('flush_images')",
        "import workarounds\nworkarounds.enabled(\n'flush')",
        "self.flags(group='workarounds', **{'flush_images': 1})",
    ],
)
def test_what_is_no_mention_in_python(text: str) -> None:
    found = mentions('a.py', text)
    assert [trace for trace in found if trace.kind == 'mention'] == []


def test_another_name_inside_a_trace_is_a_mention() -> None:
    assert code.found(
        "CONF.workarounds.get('flush_images', 'disable_announce')", 'mention'
    ) == [('mention', 'disable_announce')]
