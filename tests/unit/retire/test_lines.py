# SPDX-License-Identifier: Apache-2.0
"""The blank lines and comment lines above statements."""

import libcst as cst
import pytest

from tests.unit.retire import marking
from workarounds.retire.transform import leading_lines
from workarounds.retire.transform.leading_lines import EmptyLines


def lines(text: str) -> EmptyLines:
    """Make lines: a letter is a comment, a dot a blank line."""
    return tuple(
        cst.EmptyLine(comment=None if one == '.' else cst.Comment(f'# {one}'))
        for one in text
    )


def text_of(found: EmptyLines) -> str:
    return ''.join(
        one.comment.value[2] if one.comment else '.' for one in found
    )


@pytest.mark.parametrize(
    ('before', 'after'),
    [
        ('', ''),
        ('a', ''),
        ('ab', ''),
        ('.', '.'),
        ('.a', '.'),
        ('a.', 'a.'),
        ('a.b', 'a.'),
        ('a.b..cd', 'a.b..'),
    ],
)
def test_a_comment_directly_above_goes(before: str, after: str) -> None:
    assert text_of(leading_lines.detached_lines(lines(before))) == after


@pytest.mark.parametrize(
    ('first', 'second', 'after'),
    [
        ('', '', ''),
        ('a', 'b', 'ab'),
        ('a.', 'b', 'a.b'),
        ('a', '.b', 'a.b'),
        ('a.', '.b', 'a.b'),
        ('a..', '.b', 'a..b'),
        ('a.', '..b', 'a..b'),
        ('..', '.', '..'),
        ('.', '..', '..'),
        ('a.b', 'c.d', 'a.bc.d'),
    ],
)
def test_blank_lines_at_a_seam_are_not_added_up(
    first: str, second: str, after: str
) -> None:
    assert (
        text_of(leading_lines.join_lines(lines(first), lines(second))) == after
    )
    statement = cst.SimpleStatementLine([cst.Pass()], lines(second))
    under = leading_lines.add_lines_above(statement, lines(first))
    assert text_of(leading_lines.lines_above(under)) == after


@pytest.mark.parametrize(
    ('text', 'header', 'after'),
    [
        # At the beginning of a block there are none.
        ('..a.', '', 'a.'),
        ('..', '', ''),
        ('..a', 'h', '..a'),
        ('..a', 'h.', '.a'),
        ('..a', 'h...', 'a'),
        ('a.', 'h.', 'a.'),
    ],
)
def test_blank_lines_that_come_before_anyway_are_taken_off(
    text: str, header: str, after: str
) -> None:
    assert (
        text_of(leading_lines.drop_shared_blanks(lines(text), lines(header)))
        == after
    )


@pytest.mark.parametrize(
    ('text', 'begin', 'end', 'comments'),
    [
        ('', '', '', ''),
        ('..', '', '', ''),
        ('.a.b.', 'a.b.', '.a.b', 'ab'),
        ('ab', 'ab', 'ab', 'ab'),
    ],
)
def test_blank_lines_can_be_taken_off(
    text: str, begin: str, end: str, comments: str
) -> None:
    assert text_of(leading_lines.strip_leading_blanks(lines(text))) == begin
    assert text_of(leading_lines.strip_trailing_blanks(lines(text))) == end
    assert text_of(leading_lines.comment_lines(lines(text))) == comments


@pytest.mark.parametrize(
    ('text', 'after'),
    [('if a:  # w\n    b\n', 'w'), ('if a:\n    # w\n    b\n', '')],
)
def test_a_comment_behind_a_colon_can_have_a_line_of_its_own(
    text: str, after: str
) -> None:
    header = marking.statement(text).body.header
    assert text_of(leading_lines.header_comment(header)) == after
