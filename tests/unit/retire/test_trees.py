# SPDX-License-Identifier: Apache-2.0
"""Syntax trees of the texts that are looked at again and again."""

import ast

from workarounds.retire import parse_cache


def test_a_text_is_parsed_once() -> None:
    text = 'def f():\n    return 1\n'
    tree = parse_cache.parse(text)
    assert ast.dump(tree) == ast.dump(ast.parse(text))
    assert parse_cache.parse(text) is tree


def test_texts_are_told_from_each_other() -> None:
    """An old text and a new one are looked at in turns."""
    old, new = parse_cache.parse('x = 1\n'), parse_cache.parse('x = 2\n')
    assert parse_cache.parse('x = 1\n') is old
    assert parse_cache.parse('x = 2\n') is new
    assert ast.dump(old) != ast.dump(new)
