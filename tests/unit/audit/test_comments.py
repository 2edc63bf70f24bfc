# SPDX-License-Identifier: Apache-2.0
"""Comments that name a workaround, wait for something, or silence a code."""

import pytest

from tests.unit.audit import code


def test_names_in_comments() -> None:
    text = """
        # Not here.

        # The first line of it.
        # Because of flush_images,
        #
        # and flush_images again.
        x = 1
          # disable_announce and flush_images
        y = 1  # disable_luks
        # not part of the one before
        # flush_imagesnot
    """
    assert code.found(text) == [
        ('comment', 'flush_images'),
        ('comment', 'disable_announce'),
        ('comment', 'flush_images'),
        ('comment', 'disable_luks'),
    ]
    assert code.marked(text)[0] == (
        '# The first line of it.\n# Because of flush_images,\n#\n'
        '# and flush_images again.'
    )
    assert code.marked(text)[1:] == [
        '# disable_announce and flush_images',
        '# disable_announce and flush_images',
        '# disable_luks',
    ]
    first, *_ = code.read(text).references
    assert first.text == '# Because of flush_images,'


def test_a_common_word_needs_a_context() -> None:
    assert code.found('x = 1  # flush it') == []
    assert code.found('x = 1  # the workaround flush') == [
        ('comment', 'flush')
    ]


def test_what_is_no_comment() -> None:
    assert code.found("x = '# flush_images'\n'''\n# flush_images\n'''") == []


READ = 'CONF.workarounds.flush_images'


@pytest.mark.parametrize(
    'comment',
    [
        '# TODO(me): remove this when MIN_LIBVIRT_VERSION >= 8.0.0',
        '# FIXME once MIN_QEMU_VERSION is 5',
        '# TODO: Once the MIN_LIBVIRT_VERSION and\n# MIN_QEMU_VERSION rise',
        '# XXX until MIN_QEMU_VERSION',
        '# NOTE(me): This can go\n# after MIN_LIBVIRT_VERSION is new.',
    ],
)
def test_a_comment_that_waits(comment: str) -> None:
    text = f'{comment}\n\nx = {READ}'
    assert code.found(text) == [
        ('comment', 'flush_images'),
        ('direct', 'flush_images'),
    ]
    assert code.marked(text)[0] == comment
    before = f'x = {READ}\n\n{comment}'
    assert code.found(before)[1] == ('comment', 'flush_images')


@pytest.mark.parametrize(
    'comment',
    [
        '# MIN_LIBVIRT_VERSION >= 8.0.0',
        '# TODO: when libvirt >= 8.0.0',
        '# TODO: MIN_LIBVIRT_VERSION',
        'x = "# TODO: when MIN_LIBVIRT_VERSION >= 8"',
    ],
)
def test_a_comment_that_does_not_wait(comment: str) -> None:
    assert code.found(f'{comment}\nx = {READ}') == [('direct', 'flush_images')]


WAITS = '# TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0'


@pytest.mark.parametrize(('lines', 'is_near'), [(9, True), (10, False)])
def test_ten_lines_are_near(lines: int, is_near: bool) -> None:
    between = '\n' * (lines + 1)
    for text in (f'{WAITS}{between}{READ}', f'{READ}{between}{WAITS}'):
        assert (('comment', 'flush_images') in code.found(text)) is is_near


def test_the_same_function_is_near() -> None:
    between = '\n' * 40
    text = f'def f():\n    {WAITS}{between}    x = {READ}'
    assert ('comment', 'flush_images') in code.found(text)
    other = f'def f():\n    {WAITS}\n    pass{between}def g(): {READ}'
    assert ('comment', 'flush_images') not in code.found(other)


def test_the_nearest_is_what_it_waits_for() -> None:
    assert code.found(
        f"""
        def f():
            {READ}

            {WAITS}
            CONF.workarounds.disable_announce
    """,
        'comment',
    ) == [('comment', 'disable_announce')]


def test_one_beside_a_declaration_waits_for_it() -> None:
    assert code.found(
        f"""
        import workarounds
        {WAITS}
        workarounds.Workaround(name='own')
    """,
        'comment',
    ) == [('comment', 'own')]


def test_a_comment_with_a_name_is_said_once() -> None:
    text = f'# flush_images\n{WAITS}\n{READ}'
    assert code.found(text, 'comment') == [('comment', 'flush_images')]


@pytest.mark.parametrize(
    ('comment', 'expected'),
    [
        ('# workarounds: ignore=WA203 why so', [('WA203', 'why so')]),
        ('#workarounds:ignore = WA203  why', [('WA203', 'why')]),
        (
            '# workarounds: ignore=WA203,WA204 why',
            [('WA203', 'why'), ('WA204', 'why')],
        ),
        ('# workarounds: ignore=WA203', [('WA203', '')]),
        ('# workarounds: ignore', [('', '')]),
        ('# workarounds: ignore this', [('', 'this')]),
        ('# workarounds: ignore=WA203 why  # noqa', [('WA203', 'why')]),
        ('# noqa  # workarounds: ignore=WA203 why', [('WA203', 'why')]),
        ('# workarounds: ignored', []),
        ('# workarounds are fine', []),
    ],
)
def test_ignore(comment: str, expected: list[tuple[str, str]]) -> None:
    text = f'x = 1\ny = [  {comment}\n]'
    ignores = code.read(text).suppressions
    assert [(one.code, one.reason) for one in ignores] == expected
    assert all(one.place.line == 2 for one in ignores)


def test_an_ignore_in_a_string_is_none() -> None:
    text = "x = '# workarounds: ignore=WA203 why'"
    assert code.read(text).suppressions == ()


def test_the_place_of_an_ignore() -> None:
    text = "x = ('a'  # workarounds: ignore=WA203 why  # noqa\n 'b')"
    (ignore,) = code.read(text).suppressions
    assert code.at(text, ignore.place) == '# workarounds: ignore=WA203 why'
