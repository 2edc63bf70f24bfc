# SPDX-License-Identifier: Apache-2.0
"""Imports that do something else than bind a name.

::

    try:
        import rbd        # its failure is caught
    except ImportError:
        HAS_RBD = False
    import os as os       # for other modules
    import sys  # noqa: F401
"""

import ast
import re
from typing import Final

from workarounds.source.index import SourceIndex

#: A comment that keeps linters from reporting an unused import.
_NOQA: Final = re.compile(r'#\s*noqa(?!\s*:(?!.*\bF401\b))', re.IGNORECASE)


def is_kept(index: SourceIndex, line: int) -> bool:
    """Return whether the import on a line stays if nothing uses its name."""
    for node in ast.walk(index.tree):
        match node:
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                if node.lineno == line and any(
                    alias.name == alias.asname for alias in names
                ):
                    return True
            case ast.Try(handlers=[_, *_]) | ast.TryStar() | ast.With():
                first, last = node.body[0], node.body[-1]
                if first.lineno <= line <= (last.end_lineno or line):
                    return True
    return bool(_NOQA.search(index.source.lines[line - 1]))
