# SPDX-License-Identifier: Apache-2.0
"""The options of a workaround: one toggle, and parameters."""

from collections.abc import Iterator
from typing import Any
from typing import Literal

from oslo_config import cfg
from oslo_config import types

from workarounds.declarations import validation

Toggle = str | cfg.Opt
Polarity = Literal['enabled_by', 'disabled_by']


def option_name(option: Toggle) -> str:
    """Return the name that an option has in a file."""
    return option.dest if isinstance(option, cfg.Opt) else option


def problems(polarity: Polarity, toggle: Any, mutable: Any) -> Iterator[str]:
    """Yield what is wrong with the toggle of a declaration, with a hint.

    :param mutable: the declaration's ``mutable``
    """
    if not isinstance(toggle, cfg.Opt):
        yield from validation.check_name(polarity, toggle, 'disable_fsync')
        return
    if toggle.multi or not isinstance(toggle.type, types.Boolean | types.List):
        yield (
            f'{polarity} {toggle.name!r} is a {toggle.type}; a toggle is a '
            f'BoolOpt or a ListOpt, so make this one of params'
        )
    if toggle.mutable is not mutable:
        yield (
            f'{polarity} {toggle.name!r} has mutable={toggle.mutable} and the '
            f'declaration mutable={mutable}; make them the same'
        )


def param_problems(params: Any, workaround: Any, toggle: str) -> Iterator[str]:
    """Yield what is wrong with parameters, with a hint.

    :param workaround: the workaround's name, with which their names start
    :param toggle: the toggle's name, which none of them may have
    """
    if not validation.is_list(params):
        yield 'params is not a list; write params=[cfg.IntOpt(...)]'
        return
    seen = {toggle}
    for opt in params:
        if not isinstance(opt, cfg.Opt):
            yield f'params: {opt!r} is not a cfg.Opt'
            continue
        if validation.is_name(workaround) and not opt.dest.startswith(
            f'{workaround}_'
        ):
            yield (
                f'params: {opt.name!r} does not start with the '
                f"workaround's name; call it {workaround}_<key>"
            )
        if opt.dest in seen:
            yield f'params: {opt.name!r} is there twice; remove one'
        seen.add(opt.dest)
