# SPDX-License-Identifier: Apache-2.0
"""A cache of syntax trees, for texts that several passes read."""

import ast
import functools

from workarounds.source.text import Source


@functools.lru_cache(maxsize=2)
def parse(text: str) -> ast.Module:
    """Parse a text that is known to be valid."""
    return Source('', text).parse()
