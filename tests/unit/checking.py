# SPDX-License-Identifier: Apache-2.0
"""A configuration file for tests, and the diagnostics about it."""

from collections.abc import Mapping
from collections.abc import Sequence
import datetime
import pathlib
from typing import Any

from oslo_config import cfg

import workarounds
from workarounds import check
from workarounds.config import options
from workarounds.declarations.declaration import Declaration
from workarounds.diagnostics import Diagnostic

TODAY = datetime.date(2026, 11, 22)
BUG = 'https://bugs.example.org/1'
REMOVED = workarounds.RemovedWorkaround(
    name='consoleauth',
    options=['enable_consoleauth'],
    removed_in='20.0.0',
    reason='the service is gone',
)


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': [BUG],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def diagnose(
    directory: pathlib.Path,
    text: str,
    *declarations: Declaration,
    environ: Mapping[str, str] | None = None,
    others: Mapping[str, cfg.Opt] | None = None,
    service_version: str | None = None,
    removed: Sequence[Declaration] = (REMOVED,),
) -> list[Diagnostic]:
    """Return the diagnostics about a file named nova.conf.

    :param declarations: declarations; by default ``flush``
    :param removed: removed workarounds, added to the declarations
    :param others: further options of the service, by group
    """
    path = directory / 'nova.conf'
    path.write_text(text)
    registry = workarounds.Registry(*(declarations or [declare()]))
    registry.register(*removed)
    conf = cfg.ConfigOpts()
    for group, opt in (others or {}).items():
        conf.register_opt(opt, None if group == 'DEFAULT' else group)
    options.register_opts(conf, registry)
    conf([f'--config-file={path}'])
    return check.check(
        registry,
        conf,
        today=TODAY,
        service_version=service_version,
        environ=environ or {},
    )


def found(*arguments: Any, **fields: Any) -> list[str]:
    """Return code, severity, location and subject of each diagnostic."""
    return [
        f'{diagnostic.code} {diagnostic.severity} '
        f'{pathlib.Path(str(diagnostic.location)).name} '
        f'{diagnostic.subject}'.rstrip()
        for diagnostic in diagnose(*arguments, **fields)
    ]
