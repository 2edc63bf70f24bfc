# SPDX-License-Identifier: Apache-2.0
"""Values, addresses and names, as an output may show them."""

import pytest

from workarounds import _text


@pytest.mark.parametrize(
    ('value', 'shown'),
    [
        ('true', 'true'),
        ('', ''),
        (' a  b ', ' a  b '),
        (5, '5'),
        (None, 'None'),
        (['a', 'b'], 'a,b'),
        # The first line alone.
        ('true\n[database]\nconnection = secret', 'true ...'),
        ('true\n', 'true ...'),
        ('true\rsecret', 'true ...'),
        ('\nsecret', '...'),
        (['a\nsecret', 'b'], 'a ...,b'),
        # Sixty characters at most.
        ('x' * 60, 'x' * 60),
        ('x' * 61, f'{"x" * 60} ...'),
        # Not the text of another option.
        ('truepassword = secret', 'truepassword ...'),
        ('truepassword: secret', 'truepassword ...'),
        ('a:1,b:2', 'a:1,b:2'),
        # Control characters of a terminal.
        ('\x1b[2Ja\x00', '\\x1b[2Ja\\x00'),
        # Addresses, before anything else is cut.
        ('mysql://a:secret@b/c', 'mysql://...@b/c'),
        ('mysql://a:se=cr et@b/c', 'mysql://...@b/c'),
        (f'{"x" * 50}mysql://a:secret@b', f'{"x" * 50}mysql://.. ...'),
    ],
)
def test_the_beginning_of_a_value_is_shown(value: object, shown: str) -> None:
    assert _text.excerpt(value) == shown


@pytest.mark.parametrize(
    ('address', 'shown'),
    [
        ('https://example.org/a.conf', 'https://example.org/a.conf'),
        ('https://example.org:8080', 'https://example.org:8080'),
        ('https://a@example.org', 'https://...@example.org'),
        ('https://a:b@example.org/c', 'https://...@example.org/c'),
        ('https://a:b@c/d@example.org', 'https://...@example.org'),
        ('https://example.org/?a=b', 'https://example.org/?...'),
        ('https://example.org/#a', 'https://example.org/#...'),
        ('https://a:b@example.org/?c#d', 'https://...@example.org/?...'),
        # It is not known where the query begins.
        ('https://a:b?c@example.org', 'https://...'),
        ('https://example.org/?a=b@c&d=e', 'https://...'),
        ('https://example.org/\na:b@c', 'https://example.org/ ...'),
        ('no address', 'no address'),
        ('', ''),
    ],
)
def test_an_address_is_shown_without_its_secrets(
    address: str, shown: str
) -> None:
    assert _text.address(address) == shown


@pytest.mark.parametrize(
    ('text', 'is_name'),
    [
        ('disable_rootwrap', True),
        ('Disable-rootwrap', True),
        ('DEFAULT', True),
        ('x' * 60, True),
        ('', False),
        ('x' * 61, False),
        ('password secret', False),
        ('["secret"]', False),
        ('a:secret@b', False),
        ('c2VjcmV0', False),
        ('flush\n', False),
        ('flüsh', False),
    ],
)
def test_text_that_is_not_a_name_can_be_a_value(
    text: str, is_name: bool
) -> None:
    assert _text.is_name(text) is is_name


@pytest.mark.parametrize(
    ('text', 'shown'),
    [
        ('a.py', 'a.py'),
        ('a\n::error::b', 'a\\n::error::b'),
        ('::error file=x::b', '\\x3a:error file=x::b'),
        ('in a text ::add-mask::b', 'in a text \\x3a:add-mask::b'),
        ('##[error]b', '#\\x23[error]b'),
        ('a##vso[task.setvariable]b', 'a#\\x23vso[task.setvariable]b'),
        ('###[error]', '##\\x23[error]'),
        # None of these is a command.
        ('::1', '::1'),
        ('::ffff:192.0.2.1', '::ffff:192.0.2.1'),
        ('std::string::size', 'std::string::size'),
        ('like this::', 'like this::'),
        ('## [1]', '## [1]'),
        ('\\', '\\'),
    ],
)
def test_no_text_is_a_command_for_a_runner(text: str, shown: str) -> None:
    assert _text.printable(text) == shown
    assert _text.printable(shown) == shown


@pytest.mark.parametrize(
    ('reason', 'clause'),
    [
        ('It is fixed.', 'it is fixed'),
        ('These are fixed. Delete it. ', 'these are fixed. Delete it'),
        ('Nova fixed it', 'Nova fixed it'),
        ('fixed, or so they say ...', 'fixed, or so they say ...'),
        ('', ''),
    ],
)
def test_a_sentence_can_go_on_after_a_reason(reason: str, clause: str) -> None:
    assert _text.clause(reason) == clause
