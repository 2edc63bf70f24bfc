# SPDX-License-Identifier: Apache-2.0
"""The change of a toggle's default with an upgrade."""

import dataclasses
from typing import Any

from oslo_config import cfg

from workarounds.config import help_text
from workarounds.config import line_text
from workarounds.declarations import defaults
from workarounds.declarations import releases
from workarounds.declarations import toggle as declaration_toggle
from workarounds.status import Setting
from workarounds.status import WorkaroundStatus


@dataclasses.dataclass(frozen=True)
class DefaultChange:
    """What the change of a default means for a configuration.

    :param message: the fact, without the name of the option
    :param cure: what to do
    :param is_harmless: whether nothing needs to be done
    """

    message: str
    cure: str
    is_harmless: bool = False


def find(
    status: WorkaroundStatus,
    toggle: Setting,
    newest: cfg.Opt,
    target: str,
) -> DefaultChange | None:
    """Return what a change of the default means, if it matters.

    :param toggle: the toggle of the workaround
    :param newest: its option with the default of the newest release
    :param target: release of the next upgrade
    """
    formers = status.workaround.former_defaults
    opt = defaults.in_release(newest, formers, target)
    if opt is None or status.is_in_release is False:
        return None
    if not toggle.is_default_known:
        is_same = releases.has_reached(target, next(iter(formers))) is False
        return None if toggle.is_set or is_same else _unknown(status, newest)
    return _find_known(status, toggle, opt, target)


def _find_known(
    status: WorkaroundStatus, toggle: Setting, opt: cfg.Opt, target: str
) -> DefaultChange | None:
    """Return the same where the default is known.

    :param opt: the option with the default of the target
    """
    now = declaration_toggle.default_of(toggle.opt)
    then = declaration_toggle.default_of(opt)
    if now == then or toggle.error is not None:
        return None
    shown_now, shown_then = (
        help_text.default(status.workaround, value) for value in (now, then)
    )
    if not toggle.is_set:
        return DefaultChange(
            f'is not set, so by default the workaround is {shown_now} in '
            f'{status.release} and {shown_then} in {target}',
            _to_keep(toggle, now, shown_now),
        )
    if toggle.value == now:
        return DefaultChange(
            f'repeats the default of {status.release}; in {target} the '
            f'default is {shown_then}, and this keeps the workaround '
            f'{shown_now}',
            f'delete it after the upgrade, unless the workaround should stay '
            f'{shown_now}',
        )
    if toggle.value == then:
        return DefaultChange(
            f'keeps the workaround {shown_then}, which is the default in '
            f'{target}; in {status.release} the default is {shown_now}',
            'keep it until the upgrade; it can be deleted after it',
            is_harmless=True,
        )
    return None


def _unknown(status: WorkaroundStatus, newest: cfg.Opt) -> DefaultChange:
    which = help_text.defaults(status.workaround, newest)
    return DefaultChange(
        f'is not set, so by default the workaround is {which}; the release '
        f'before the upgrade is not known',
        'check again with --service-version',
        is_harmless=True,
    )


def _to_keep(toggle: Setting, value: Any, shown: str) -> str:
    option, opt = toggle.option, toggle.opt
    texts = line_text.find_items(opt, value)
    if not texts:
        texts = [*line_text.find_texts(opt, value)][:1]
    if isinstance(value, bool):
        texts = [str(value).lower()]
    if not texts:
        return (
            f'no line keeps it {shown}; see the release notes before the '
            f'upgrade'
        )
    lines = (f'{option.name} = {text}'.rstrip() for text in texts)
    return (
        f'to keep it {shown}, add to [{option.group}] before the upgrade: '
        f'{"; ".join(lines)}'
    )
