# SPDX-License-Identifier: Apache-2.0
"""A workaround of ironic 39.0.0 that takes a protection away."""

import sys

from oslo_config import cfg

import workarounds

CONF = cfg.CONF

# ironic/conf/conductor.py:563
DISABLE_INSPECTION = cfg.BoolOpt(
    'disable_deep_image_inspection', default=False
)

DECLARATIONS = [
    # ironic/common/images.py:524
    workarounds.Workaround(
        name='disable_deep_image_inspection',
        summary='Converts images without looking into them first.',
        bugs=workarounds.Unstated('ironic 39.0.0 names no bug beside it'),
        fix=workarounds.ManualFix('a conversion of your own images'),
        expires=workarounds.Unstated('ironic 39.0.0 names no release'),
        enabled_by=DISABLE_INSPECTION,
        group='conductor',
        weakens_security=True,
    ),
]


def is_converted(image: bytes) -> bool:
    """Return whether an image is converted, or refused."""
    if workarounds.enabled('disable_deep_image_inspection'):
        return True
    # A qcow2 image can name files of the host as parts of itself.
    return not image.startswith(b'QFI')


def main() -> None:
    """Print what becomes of an image that is not raw."""
    CONF.register_opt(DISABLE_INSPECTION, group='conductor')
    workarounds.register(*DECLARATIONS)
    workarounds.register_opts(CONF)
    CONF(sys.argv[1:], project='ironic', version='39.0.0')
    print(is_converted(b'QFI'))


if __name__ == '__main__':
    main()
