# SPDX-License-Identifier: Apache-2.0
"""The workarounds that the examples of the diagnostics are about."""

from oslo_config import cfg

import workarounds

CATALOGUE = workarounds.Catalogue(
    project='images',
    covers='36.0.0',
    declarations=[
        workarounds.Workaround(
            name='flush_images',
            summary='Flushes images before they are converted.',
            bugs=['https://bugs.example.org/1'],
            fix=workarounds.PackageFix(component='qemu', version='2.2.0'),
            expires='35.0.0',
            disabled_by='disable_flush',
            params={
                'delay': cfg.IntOpt('flush_images_delay', default=0, min=0)
            },
        ),
        workarounds.Workaround(
            name='skip_image_check',
            summary='Does not look into images.',
            bugs=['https://bugs.example.org/2'],
            fix=workarounds.NoFix('the format is not documented'),
            expires=workarounds.Never('operators choose'),
            enabled_by=cfg.BoolOpt(
                'skip_image_check',
                default=False,
                deprecated_opts=[
                    cfg.DeprecatedOpt('no_image_check'),
                    cfg.DeprecatedOpt('skip_check', group='images'),
                ],
            ),
            weakens_security=True,
        ),
        workarounds.Workaround(
            name='skip_snapshot',
            summary='Takes no snapshots.',
            bugs=['https://bugs.example.org/3'],
            fix=workarounds.PackageFix(component='qemu', version='2.5.0'),
            expires='36.0.0',
            introduced=['32.0.0', '31.1.0'],
            deprecated_since='33.0.0',
            deprecated_reason='Every supported QEMU has the fix.',
        ),
        workarounds.Workaround(
            name='trim_images',
            summary='Trims images before they are stored.',
            bugs=['https://bugs.example.org/4'],
            fix=workarounds.NoFix('the store cannot tell'),
            expires='37.0.0',
            former_defaults={'28.0.0': True},
        ),
        workarounds.RemovedWorkaround(
            name='consoleauth',
            options=['enable_consoleauth'],
            removed_in='20.0.0',
            reason='the consoleauth service was removed',
        ),
    ],
    config='images',
)
