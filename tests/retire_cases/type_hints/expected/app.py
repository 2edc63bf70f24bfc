from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def convert(parts: Sequence[str]) -> list[str]:
    return list(parts)
