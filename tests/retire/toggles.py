# SPDX-License-Identifier: Apache-2.0
"""The ways to ask for each workaround of the cases."""

from collections.abc import Sequence
import dataclasses


@dataclasses.dataclass(frozen=True)
class Toggle:
    """How a workaround can be asked for.

    :param reads: expressions whose truth depends on it alone
    :param lists: expressions that hold its list, if its toggle is one
    :param numbers: expressions that hold one of its parameters
    """

    name: str
    reads: Sequence[str]
    lists: Sequence[str] = ()
    numbers: Sequence[str] = ()


def _direct(option: str, group: str = 'workarounds') -> list[str]:
    if group == 'DEFAULT':
        return [f'CONF.{option}', f'getattr(CONF, "{option}")']
    return [
        f'CONF.{group}.{option}',
        f'CONF["{group}"]["{option}"]',
        f'CONF.{group}["{option}"]',
        f'getattr(CONF.{group}, "{option}")',
    ]


def _asked(name: str, option: str, group: str = 'workarounds') -> list[str]:
    asked = [f'workarounds.enabled("{name}")', f'is_on("{name}")']
    return [*asked, *asked, *_direct(option, group)]


#: Of each workaround of ``tests.retire_cases.declarations``.
TOGGLES = (
    Toggle('fsync', _asked('fsync', 'fsync')),
    Toggle('nosync', _asked('nosync', 'disable_sync')),
    Toggle(
        'kinds',
        _asked('kinds', 'kinds'),
        lists=['workarounds.value("kinds")', *_direct('kinds')],
    ),
    Toggle(
        'announce',
        _asked('announce', 'announce'),
        numbers=[
            'workarounds.param("announce", "count")',
            *_direct('announce_count')[:2],
        ],
    ),
    Toggle(
        'skip_timeout',
        _asked('skip_timeout', 'disable_boot_timeout', 'ipmi'),
    ),
    Toggle('retry_boot', _asked('retry_boot', 'boot_once', 'DEFAULT')),
)
