from __future__ import annotations

from typing import TYPE_CHECKING

import workarounds

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence


def convert(parts: Sequence[str]) -> list[str]:
    if workarounds.enabled('fsync'):
        more: Iterable[str] = reversed(parts)
        return list(more)
    return list(parts)
