# SPDX-License-Identifier: Apache-2.0
"""A file for the tests of findings, and what is heard of it."""

from collections.abc import Mapping
import datetime
import pathlib
from typing import Any

from oslo_config import cfg

import workarounds
from workarounds import status as workarounds_status
from workarounds.check import checker
from workarounds.config import options
from workarounds.declarations.declaration import Declaration

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


def hear(
    directory: pathlib.Path,
    text: str,
    *declarations: Declaration,
    environ: Mapping[str, str] | None = None,
    others: Mapping[str, cfg.Opt] | None = None,
    service_version: str | None = None,
) -> list[str]:
    """Return what is found in a file.

    A line for each: ``WA101 warning nova.conf:2 workaround: message``.

    :param others: further options of the service, by group
    """
    path = directory / 'nova.conf'
    path.write_text(text)
    registry = workarounds.Registry(*(declarations or [declare()]))
    registry.register(REMOVED)
    conf = cfg.ConfigOpts()
    for group, opt in (others or {}).items():
        conf.register_opt(opt, None if group == 'DEFAULT' else group)
    options.register_opts(conf, registry)
    conf([f'--config-file={path}'])
    status = workarounds_status.read(
        registry,
        conf,
        today=datetime.date(2026, 11, 22),
        service_version=service_version,
    )
    return [
        f'{it.code} {it.severity} {it.origin} {it.workaround}: '
        f'{it.message}'.replace(f'{directory}/', '')
        for it in checker.find(registry, conf, status, environ or {})
    ]
