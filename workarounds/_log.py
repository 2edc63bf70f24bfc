# SPDX-License-Identifier: Apache-2.0
"""What a service says about its workarounds when it starts."""

from collections.abc import Mapping
import datetime

from oslo_config import cfg
from oslo_log import log as logging

from workarounds import _text
from workarounds import check
from workarounds import status as workarounds_status
from workarounds.check.rules.expired_workaround import ExpiredWorkaround
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Severity

LOG = logging.getLogger('workarounds')


def log_status(
    registry: Registry,
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date,
    service_version: str | None,
    environ: Mapping[str, str],
) -> None:
    """Log all that operators must hear; see :func:`workarounds.log_status`."""
    status = workarounds_status.read(
        registry, conf, today=today, service_version=service_version
    )
    for error in status.files.errors:
        LOG.warning('%s', error)
    if not (service_version and releases.is_version(service_version)) and any(
        isinstance(workaround.expires, str) for workaround in registry
    ):
        LOG.info(
            'Whether a workaround has expired by version is not known%s: call '
            'the configuration with version=, or give service_version',
            f' ({_text.printable(service_version)!r} has no version)'
            if service_version
            else '',
        )
    idle = []
    for diagnostic in check.check_status(registry, conf, status, environ):
        if diagnostic.severity != Severity.NOTE:
            LOG.warning('%s', diagnostic)
        elif diagnostic.code == ExpiredWorkaround.code:
            idle.append(diagnostic.subject)
        else:
            LOG.info('%s', diagnostic)
    if idle:
        # Nothing that an operator could act on: one line for all of them.
        LOG.warning(
            '%s expired workarounds that are off and not set: %s',
            ExpiredWorkaround.code,
            ', '.join(idle),
        )
