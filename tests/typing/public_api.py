# SPDX-License-Identifier: Apache-2.0
"""Code of users, to be type-checked and not to be run.

A ``type: ignore`` is a promise: type checkers find an error in that line. mypy
reports each one that is not needed.
"""

from collections.abc import Sequence
import datetime
from typing import assert_type

from oslo_config import cfg

import workarounds
from workarounds import audit
from workarounds import check
from workarounds import diagnostics
from workarounds import exceptions
from workarounds import status
from workarounds.config import options
from workarounds.config.options import Listing
from workarounds.declarations.toggle import OptionName

TODAY = datetime.date(2026, 11, 23)
URL = 'https://bugs.example.org/1'

# Declarations.
PACKAGE_FIX = workarounds.PackageFix(
    component='qemu',
    version='2.2.0',
    packages={
        'debian:12': workarounds.Package(
            name='qemu-utils', fixed_in='1:7.2+dfsg-7', evidence=URL
        ),
        'debian:13': workarounds.Package(
            name='qemu-utils', state='not-affected', evidence=URL
        ),
    },
)
FLUSH = workarounds.Workaround(
    name='flush_images',
    summary='Flushes images before they are converted.',
    bugs=[URL],
    fix=[
        workarounds.AnyOf(PACKAGE_FIX, workarounds.ManualFix('look')),
        workarounds.ReleaseFix(version='35.0.0', scope='deployment'),
        workarounds.FileFix('nova-rootwrap', lacks='pkg_resources'),
        workarounds.ConfigFix('libvirt', 'images_type', other_than='rbd'),
        workarounds.ManualFix('look at the firmware'),
    ],
    expires='35.0.0',
    disabled_by='disable_flush',
    params={'delay': cfg.IntOpt('flush_images_delay', default=0)},
    renewed_from=['33.0.0', TODAY],
)
OTHERS = [
    workarounds.Workaround(
        name='wait',
        summary='Waits.',
        bugs=[URL],
        fix=workarounds.Choice('a preference'),
        expires='35.0.0',
        enabled_by=workarounds.Always('everybody needs it'),
    ),
    workarounds.Workaround(
        name='use_old_name',
        summary='Uses the old name.',
        bugs=[URL],
        fix=PACKAGE_FIX,
        expires='35.0.0',
        enabled_by=workarounds.Detected(lambda: True, 'it is old'),
    ),
    workarounds.Workaround(
        name='reserve',
        summary='Reserves several.',
        bugs=[URL],
        fix=PACKAGE_FIX,
        expires='35.0.0',
        enabled_by=cfg.IntOpt('count', default=4),
        off_values=[1],
        group=lambda conf: ['a', 'b'],
    ),
    workarounds.Workaround(
        name='skip',
        summary='Skips it.',
        bugs=workarounds.Unstated('nobody looked'),
        fix=workarounds.NoFix('nobody works on it'),
        expires=workarounds.Never('operators choose'),
        enabled_by=cfg.BoolOpt('skip'),
        weakens_security=True,
    ),
    workarounds.Workaround(
        name='wait',
        summary='Waits.',
        bugs=[URL],
        fix=workarounds.PackageFix(
            component='qemu',
            version=workarounds.Undetermined('no release names it'),
        ),
        expires=TODAY,
    ),
]
GONE = workarounds.RemovedWorkaround(
    name='gone', options=['gone'], removed_in='33.0.0', reason='fixed'
)
CATALOGUE = workarounds.Catalogue(
    project='images',
    covers='34.0.0',
    declarations=[FLUSH, GONE],
    config='images',
    uses=['oslo-messaging'],
)
assert_type(CATALOGUE.project, str | None)
assert_type(FLUSH.name, str)
assert_type(FLUSH.option, str | None)
assert_type(FLUSH.option_names, tuple[OptionName, ...])
assert_type(FLUSH.is_on(True), bool)

# A service.
workarounds.register(FLUSH, GONE, *OTHERS)
workarounds.register_opts(cfg.CONF)
workarounds.log_status(cfg.CONF, today=TODAY, service_version='34.0.0')
assert_type(workarounds.enabled('flush_images'), bool)
assert_type(workarounds.list_opts(), Listing)
DELAY = workarounds.param('flush_images', 'delay')
VALUE = workarounds.value('skip')


def convert() -> bool:
    try:
        return workarounds.enabled('flush_image')
    except exceptions.UnknownWorkaroundError as error:
        raise SystemExit(str(error)) from None
    except exceptions.WorkaroundError:
        return False


# Tools.
def state_of(conf: cfg.ConfigOpts) -> dict[str, str]:
    registry = workarounds.Registry(FLUSH, GONE)
    options.register_opts(conf, registry)
    read = status.read(registry, conf, today=TODAY)
    assert_type(read, status.Status)
    for workaround in read.workarounds:
        assert_type(workaround, status.WorkaroundStatus)
        assert_type(workaround.is_on, bool | None)
        assert_type(workaround.toggle, status.Setting | None)
    return {entry.workaround.name: entry.state for entry in read.workarounds}


def check_configuration(
    registry: workarounds.Registry, conf: cfg.ConfigOpts
) -> list[str]:
    found = check.check(
        registry, conf, today=TODAY, service_version='34.0.0', environ={}
    )
    assert_type(found, list[diagnostics.Diagnostic])
    read = status.read(registry, conf, today=TODAY, service_version=None)
    again = check.check_status(registry, conf, read)
    return [
        diagnostic.name
        for diagnostic in (*found, *again)
        if diagnostic.severity in check.COUNTED
    ]


def audit_source(
    paths: Sequence[str], registry: workarounds.Registry
) -> list[str]:
    result = audit.scan(paths, registry)
    assert_type(result, audit.ScanResult)
    found = audit.check(result, today=TODAY, service_version='34.0.0')
    assert_type(found, list[diagnostics.Diagnostic])
    unevaluated = audit.unevaluated_expiries(audit.scan(paths))
    return [*map(describe, found), *unevaluated]


def describe(diagnostic: diagnostics.Diagnostic) -> str:
    location = diagnostic.location
    assert_type(location, diagnostics.Location)
    assert_type(location.file, str | None)
    assert_type(location.line, int | None)
    if diagnostic.severity is diagnostics.Severity.ERROR:
        return f'{diagnostic.code} {location}: {diagnostic.message}'
    code = diagnostics.CODES[diagnostic.code]
    return f'{code.name}: {diagnostic.cure}'


# What must not be accepted.
workarounds.Workaround(  # type: ignore[call-arg]
    name='flush_images', summary='Flushes.', bugs=[URL], expires='35.0.0'
)
workarounds.NoFix(reason=5)  # type: ignore[arg-type]
workarounds.ReleaseFix(
    version='35.0.0',
    scope='planet',  # type: ignore[arg-type]
)
workarounds.Package(  # type: ignore[call-arg]
    name='qemu', fix_in='1', evidence=URL
)
FLUSH.name = 'other'  # type: ignore[misc]
workarounds.enabled(FLUSH)  # type: ignore[arg-type]
workarounds.log_status(cfg.CONF, TODAY)  # type: ignore[call-arg]
status.read(workarounds.Registry(), cfg.CONF)  # type: ignore[call-arg]
diagnostics.Diagnostic('WA101', 'nova.conf:1', '')  # type: ignore[arg-type]
audit.scan('nova', 'nova')  # type: ignore[arg-type]
