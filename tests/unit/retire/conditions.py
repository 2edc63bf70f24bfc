# SPDX-License-Identifier: Apache-2.0
"""Conditions, made at random."""

from collections.abc import Sequence

from hypothesis import strategies

_SHAPES = [
    'not {}',
    '(not {})',
    '{} and {}',
    '({} and {})',
    '{} or {}',
    '({} or {})',
]


def texts(leaves: Sequence[str]) -> strategies.SearchStrategy[str]:
    """Make conditions of ``not``, ``and`` and ``or``."""

    def larger(
        inner: strategies.SearchStrategy[str],
    ) -> strategies.SearchStrategy[str]:
        return strategies.builds(
            lambda shape, left, right: shape.format(left, right),
            strategies.sampled_from(_SHAPES),
            inner,
            inner,
        )

    return strategies.recursive(
        strategies.sampled_from(leaves), larger, max_leaves=8
    )
