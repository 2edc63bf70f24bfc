# SPDX-License-Identifier: Apache-2.0
"""Syntax trees of the texts that are looked at again and again."""

import ast
import functools

from workarounds.source.text import Source


@functools.lru_cache(maxsize=2)
def parse(text: str) -> ast.Module:
    """Parse a file, whose text does parse."""
    return Source('', text).parse()
