# SPDX-License-Identifier: Apache-2.0
"""Configuration files, and the status that they make."""

import datetime
import pathlib
from typing import Any

from oslo_config import cfg

import workarounds
from workarounds import status as workarounds_status
from workarounds.advice.evaluate import actions
from workarounds.advice.evaluate.actions import Verdict
from workarounds.config import options
from workarounds.declarations.declaration import Declaration
from workarounds.status import Status

BUG = 'https://bugs.example.org/1'


def declare(name: str = 'flush', **fields: Any) -> workarounds.Workaround:
    facts: dict[str, Any] = {
        'name': name,
        'summary': 'Flushes.',
        'bugs': [BUG],
        'fix': workarounds.NoFix('nobody works on it'),
        'expires': '35.0.0',
    }
    return workarounds.Workaround(**facts | fields)


def status(
    directory: pathlib.Path,
    declarations: list[Declaration],
    *texts: str,
    changed: bool = False,
) -> tuple[workarounds.Registry, Status]:
    """Read files that are called a.conf, b.conf, and so on.

    :param changed: the service has made flush True by default
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
    found = workarounds_status.read(
        registry,
        conf,
        today=datetime.date(2026, 11, 23),
        service_version=None,
    )
    return registry, found


def act(
    directory: pathlib.Path,
    verdict: Verdict,
    declaration: workarounds.Workaround,
    *texts: str,
) -> str:
    """Say what to do: ``kind | text``, without the directory."""
    _, found = status(directory, [declaration], *texts)
    [one] = found.workarounds
    action = actions.advise(verdict, one, found.files)
    return f'{action.kind} | {action.text}'.replace(f'{directory}/', '')
