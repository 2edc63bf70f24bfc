# SPDX-License-Identifier: Apache-2.0
"""Parameters: options that tune a workaround, and are removed with it."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any

from oslo_config import cfg

from workarounds.declarations import toggle as declaration_toggle
from workarounds.declarations import validation
from workarounds.declarations.toggle import OptionName


def problems(
    params: Any, taken: str | None, groups: Sequence[str]
) -> Iterator[str]:
    """Yield what is wrong with parameters, with a hint.

    :param taken: name of the toggle, which no parameter may have in its groups
    :param groups: groups of the toggle
    """
    if not isinstance(params, Mapping):
        yield "params is not a mapping; write {'count': cfg.IntOpt(...)}"
        return
    seen = {OptionName(group, taken or '').key for group in groups}
    for key, param in params.items():
        yield from validation.check_name('params:', key, 'count')
        match param:
            case cfg.Opt() as opt:
                of_param = groups
            case (str(name), cfg.Opt() as opt):
                of_param = [name]
                yield from declaration_toggle.group_problems(name)
            case _:
                yield (
                    f'params: {key}: {param!r} is neither a cfg.Opt nor a '
                    f'group and a cfg.Opt; write cfg.IntOpt(...)'
                )
                continue
        names = {OptionName(group, opt.dest).key for group in of_param}
        if names & seen:
            yield f'params: {opt.name!r} is given twice; remove one'
        seen |= names
