# SPDX-License-Identifier: Apache-2.0
"""Configuration files, and the advice about them on a host."""

from collections.abc import Mapping
import datetime
import pathlib
from typing import Any

from oslo_config import cfg

from tests.advice import samples
import workarounds
from workarounds import advice
from workarounds import status as workarounds_status
from workarounds.config import options

HOST = advice.Host('debian:12', service_version='30.0.0')
#: By status: a fix that leads to it on that host.
FIXES: dict[str, Any] = {
    'needed': workarounds.NoFix('nobody works on it'),
    'not-needed': workarounds.ReleaseFix(version='29.0.0'),
    'unknown': workarounds.ManualFix('the guests'),
}


def advise(
    directory: pathlib.Path,
    declarations: Any,
    *texts: str,
    host: advice.Host = HOST,
    changed: bool = False,
    override: Any = None,
) -> list[advice.Advice]:
    """Advise on files that are called a.conf, b.conf, and so on.

    :param changed: whether the service has made flush True by default
    :param override: value that the service has set flush to
    """
    paths = [directory / f'{letter}.conf' for letter in 'abc'[: len(texts)]]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text)
    registry = workarounds.Registry(*declarations)
    conf = cfg.ConfigOpts()
    options.register_opts(conf, registry)
    conf(
        [f'--config-file={path}' for path in paths],
        default_config_files=[],
        default_config_dirs=[],
    )
    if changed:
        conf.set_default('flush', True, 'workarounds')
    if override is not None:
        conf.set_override('flush', override, 'workarounds')
    status = workarounds_status.read(
        registry,
        conf,
        today=datetime.date(2026, 11, 23),
        service_version=None,
    )
    return advice.advise(registry, conf, status, host, samples.DATASET)


def act(
    directory: pathlib.Path,
    host_status: str,
    fields: Mapping[str, Any],
    *texts: str,
    override: Any = None,
) -> advice.Action:
    """Return the action on a host with a status.

    :param fields: fields of the declaration
    """
    declaration = samples.declare(fix=FIXES[host_status], **fields)
    [found] = advise(directory, [declaration], *texts, override=override)
    assert found.assessment.status == host_status
    return found.action


def brief(directory: pathlib.Path, action: advice.Action) -> str:
    """Return an action as ``note | due changes | optional changes``."""
    parts = [
        '; '.join(map(_change, changes))
        for changes in (action.changes, action.optional)
    ]
    said = f'{action.note} | {parts[0]} | {parts[1]}'
    return said.replace(f'{directory}/', '')


def _change(change: advice.Change) -> str:
    place = change.place
    where = place.environment or place.source or place.file
    if place.line is not None:
        where = f'{where}:{place.line}'
    value = ' ?' if change.needs_value else ''
    old = f'{change.old_text} -> ' if change.old_text is not None else ''
    return f'{change.kind} {where}: {old}{change.text}{value}'
