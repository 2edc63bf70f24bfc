# SPDX-License-Identifier: Apache-2.0
"""What operators must hear about their configuration."""

from collections.abc import Iterator
from collections.abc import Mapping
import itertools

from oslo_config import cfg

from workarounds import diagnostics
from workarounds.check import file_rules
from workarounds.config import help_text
from workarounds.declarations import expiry
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Finding
from workarounds.diagnostics import Severity
from workarounds.status import Status
from workarounds.status import WorkaroundStatus


def find(
    registry: Registry,
    conf: cfg.ConfigOpts,
    status: Status,
    environ: Mapping[str, str],
) -> list[Finding]:
    """Find all there is to hear, in the order of the codes.

    :param environ: the environment variables, for those that name no option
    """
    found = itertools.chain(
        file_rules.find(
            registry,
            conf,
            status.files,
            environ,
            service_version=status.service_version,
        ),
        *(_about(one) for one in status.workarounds),
    )
    return sorted(
        found,
        key=lambda it: (it.code, it.origin.detail, it.origin.line or 0),
    )


def _about(status: WorkaroundStatus) -> Iterator[Finding]:
    """Find what is to be said of one workaround, good or bad."""
    workaround = status.workaround
    for setting in (status.toggle, *status.params):
        if setting.error is not None:
            yield Finding(
                diagnostics.INVALID_VALUE,
                'error',
                setting.origin,
                str(setting.error),
                workaround.name,
            )
    said = itertools.chain(
        _deprecated(status), _expired(status), _on_or_off(status)
    )
    for code, severity, message in said:
        yield Finding(
            code, severity, status.toggle.origin, message, workaround.name
        )
    yield from _params(status)


_Said = Iterator[tuple[str, Severity, str]]


def _deprecated(status: WorkaroundStatus) -> _Said:
    workaround = status.workaround
    if workaround.deprecated_since is not None and status.toggle.is_set:
        yield (
            diagnostics.DEPRECATED,
            'warning',
            f'{workaround.option} is deprecated since '
            f'{workaround.deprecated_since} ({workaround.deprecated_reason}); '
            f'delete the line if you can do without',
        )


def _expired(status: WorkaroundStatus) -> _Said:
    workaround = status.workaround
    if status.is_expired:
        matters = status.is_on or status.toggle.is_set
        yield (
            diagnostics.EXPIRED,
            'warning' if matters else 'note',
            f'workaround {workaround.name} is {status.state} and was to '
            f'expire {expiry.describe(workaround.expires)}; ask whether it is '
            f'still needed: {_bugs(workaround)}',
        )


def _on_or_off(status: WorkaroundStatus) -> _Said:
    workaround, weakens = status.workaround, ''
    if workaround.weakens_security and status.is_on:
        weakens = ' (weakens security)'
        yield (
            diagnostics.WEAKENS_SECURITY,
            'warning',
            f'workaround {workaround.name} is on and weakens security; turn '
            f'it off as soon as you can: {_bugs(workaround)}',
        )
    if status.toggle.error is None and not status.toggle.is_default:
        yield (
            diagnostics.NOT_DEFAULT,
            'note',
            f'workaround {workaround.name} is {status.state}{weakens}, which '
            f'is not its default: {_bugs(workaround)}',
        )


def _params(status: WorkaroundStatus) -> Iterator[Finding]:
    for param in status.params:
        if param.error is None and not param.is_default:
            yield Finding(
                diagnostics.NOT_DEFAULT,
                'note',
                param.origin,
                f'{param.opt.dest}, which tunes the workaround '
                f'{status.workaround.name}, is not at its default',
                status.workaround.name,
            )


def _bugs(workaround: Workaround) -> str:
    return ', '.join(help_text.bugs(workaround)) or 'no bug stated'
