# SPDX-License-Identifier: Apache-2.0
"""Runs the rules on a configuration."""

from collections.abc import Mapping
import datetime
import os
from typing import Final

from oslo_config import cfg

from workarounds import status as workarounds_status
from workarounds.check.context import Context
from workarounds.check.rules import RULES
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Severity
from workarounds.status import Status

#: A person has to look at these, so ``check`` and ``advise`` exit with 1.
COUNTED: Final = frozenset((Severity.ERROR, Severity.WARNING))


def check(
    registry: Registry,
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date,
    service_version: str | None = None,
    target_version: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Return the diagnostics of a configuration, in the order of their codes.

    Mistakes of an operator are returned, never raised::

        conf = cfg.ConfigOpts()
        options.register_opts(conf, registry)
        conf(['--config-file=/etc/nova/nova.conf'])
        for diagnostic in check.check(registry, conf, today=today):
            print(diagnostic.code, diagnostic.location, diagnostic.subject)

    :param registry: the declarations
    :param conf: the configuration, after it has read its files
    :param today: day that expiry dates are compared with
    :param service_version: release that the configuration is for, ``None`` if
        not known
    :param target_version: release of the next upgrade, which lines are
        checked for too
    :param environ: environment variables; by default those of this process
    :raises workarounds.exceptions.NotRegisteredError: the options of the
        declarations are not registered on ``conf``
    """
    status = workarounds_status.read(
        registry, conf, today=today, service_version=service_version
    )
    return check_status(
        registry, conf, status, environ, target_version=target_version
    )


def check_status(
    registry: Registry,
    conf: cfg.ConfigOpts,
    status: Status,
    environ: Mapping[str, str] | None = None,
    *,
    target_version: str | None = None,
) -> list[Diagnostic]:
    """Return the same as :func:`check`, from a status that was already read.

    :param status: the result of :func:`workarounds.status.read`
    """
    environ = os.environ if environ is None else environ
    context = Context(registry, conf, status, environ, target_version)
    diagnostics = [
        diagnostic for rule in RULES for diagnostic in rule.run(context)
    ]
    return sorted(diagnostics, key=_order)


def _order(diagnostic: Diagnostic) -> tuple[str, str, int, str, str]:
    location = diagnostic.location
    return (
        diagnostic.code,
        location.file or '',
        location.line or 0,
        location.environment or '',
        location.source or '',
    )
