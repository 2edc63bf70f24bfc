# SPDX-License-Identifier: Apache-2.0
"""The log of a service about its workarounds when it starts."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import MutableMapping
import dataclasses
import datetime
from typing import Final
import weakref

from oslo_config import cfg
from oslo_log import log as logging

from workarounds import _text
from workarounds import check
from workarounds import status as workarounds_status
from workarounds.check import shortening
from workarounds.check.rules.expired_workaround import ExpiredWorkaround
from workarounds.check.rules.repeats_default import RepeatsDefault
from workarounds.config import options
from workarounds.declarations import releases
from workarounds.declarations.registry import Registry
from workarounds.diagnostics import Diagnostic
from workarounds.diagnostics import Severity
from workarounds.status import Status

LOG = logging.getLogger('workarounds')

#: Bytes of a message, so that its record, with time and level, fits in 2 kB.
_LONGEST: Final = 1800


def log_status(
    registry: Registry,
    conf: cfg.ConfigOpts,
    *,
    today: datetime.date,
    service_version: str | None,
    environ: Mapping[str, str],
) -> None:
    """Log what operators must know; see :func:`workarounds.log_status`."""
    options.check_groups(conf, registry)
    status = workarounds_status.read(
        registry,
        conf,
        today=today,
        service_version=service_version,
        is_running=True,
    )
    remarks = dict(_remarks(registry, status))
    diagnostics = [
        diagnostic
        for diagnostic in check.check_status(registry, conf, status, environ)
        # Deployment tools write many such lines, which need no action.
        if diagnostic.code != RepeatsDefault.code
    ]
    is_complete = not status.files.errors
    keys = dict.fromkeys(map(_key, diagnostics), is_complete)
    keys |= dict.fromkeys(remarks, True)
    logged = _logged(conf)
    before = logged.get(registry, {})
    if not is_complete:
        # A file that cannot be read now may still contain the same lines.
        keys |= before
    logged[registry] = keys
    for text, level in remarks.items():
        if text not in before:
            _write(level, text)
    _log_diagnostics(
        diagnostic
        for diagnostic in diagnostics
        if _key(diagnostic) not in before
    )
    _log_ended(
        [
            key
            for key, was_complete in before.items()
            if was_complete and key not in keys
        ]
    )


def _logged(
    conf: cfg.ConfigOpts,
) -> MutableMapping[Registry, Mapping[str, bool]]:
    """Return the reports logged for a configuration object, by registry.

    The value of a key is whether all files could be read when it was logged.
    If not, the fact may have been in a file that was misread, so its end is
    not logged. The object holds this itself because it cannot be hashed.
    """
    found: MutableMapping[Registry, Mapping[str, bool]] = vars(
        conf
    ).setdefault('_workarounds_logged', weakref.WeakKeyDictionary())
    return found


def _key(diagnostic: Diagnostic) -> str:
    """Return a text that does not change when lines are added above."""
    location = dataclasses.replace(
        diagnostic.location, line=None, end_line=None
    )
    return f'{diagnostic.code} {location}: {diagnostic.message}'


def _remarks(registry: Registry, status: Status) -> Iterator[tuple[str, int]]:
    for error in status.files.errors:
        yield _text.printable(str(error)), logging.WARNING
    version = status.service_version
    if any(
        isinstance(workaround.expires, str)
        and releases.has_reached(
            status.release_of(workaround, registry), workaround.expires
        )
        is None
        for workaround in registry
    ):
        yield _unknown_release(registry, version)


def _unknown_release(
    registry: Registry, version: str | None
) -> tuple[str, int]:
    """Return the remark that expiries are not checked, and its level."""
    library = registry.project
    catalogue = registry.catalogue
    project = library or (catalogue.project if catalogue else None)
    why = ''
    if version:
        why = f' ({_text.printable(version)!r} cannot be compared)'
    elif project:
        why = f' (no distribution {project} is installed)'
    cure = 'call the configuration with version='
    if library:
        cure = f'correct project={library!r}'
    return (
        f'The release of {library or "the service"} is not known{why}, so '
        f'expiries by version are not checked; {cure}, or give '
        f'service_version',
        # While its code runs, the distribution of a library is installed.
        logging.WARNING if library else logging.INFO,
    )


def _log_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    idle, others = [], []
    for diagnostic in diagnostics:
        is_note = diagnostic.severity == Severity.NOTE
        if is_note and diagnostic.code == ExpiredWorkaround.code:
            idle.append(diagnostic.subject)
        else:
            others.append(diagnostic)
    for diagnostic in shortening.shorten(others):
        is_note = diagnostic.severity == Severity.NOTE
        level = logging.INFO if is_note else logging.WARNING
        _write(level, str(diagnostic))
    if idle:
        # An operator cannot act on these: one line for all.
        more = len(idle) - shortening.MOST
        _write(
            logging.WARNING,
            f'{ExpiredWorkaround.code} workarounds that have expired, are off '
            f'and not set: {", ".join(idle[: shortening.MOST])}'
            + (f' and {more} more' if more > 0 else ''),
        )


def _log_ended(keys: list[str]) -> None:
    """Log which earlier reports no longer hold."""
    for key in keys[: shortening.MOST]:
        _write(logging.INFO, f'no longer: {key}')
    more = len(keys) - shortening.MOST
    if more > 0:
        _write(logging.INFO, f'no longer: {more} more')


def _write(level: int, text: str) -> None:
    data = text.encode(errors='backslashreplace')
    if len(data) > _LONGEST:
        text = data[:_LONGEST].decode(errors='ignore') + ' ...'
    LOG.log(level, '%s', text)
