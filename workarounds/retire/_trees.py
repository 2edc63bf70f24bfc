# SPDX-License-Identifier: Apache-2.0
"""Syntax trees of the texts that are looked at again and again."""

import ast
import functools

from workarounds.audit import _source


@functools.lru_cache(maxsize=2)
def parse(text: str) -> ast.Module:
    """Parse a file, whose text does parse."""
    return _source.Source('', text).parse()
