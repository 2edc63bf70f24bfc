# SPDX-License-Identifier: Apache-2.0
"""A workaround of glance 33.0.0 that is a list of checks."""

from collections.abc import Collection
import sys

from oslo_config import cfg

import workarounds

CONF = cfg.CONF

# glance/common/config.py:130
NONFATAL = cfg.ListOpt('gpt_safety_checks_nonfatal', default=[])

DECLARATIONS = [
    # glance/async_/flows/plugins/image_conversion.py:99
    workarounds.Workaround(
        name='tolerate_gpt_failures',
        summary='Accepts GPT images that fail the checks in the list.',
        bugs=workarounds.Unstated('glance 33.0.0 names none beside it'),
        fix=workarounds.ManualFix('what makes the images'),
        expires=workarounds.Unstated('glance 33.0.0 names no release'),
        enabled_by=NONFATAL,
        group='image_format',
        weakens_security=True,
    ),
]


def is_accepted(failed: Collection[str]) -> bool:
    """Return whether an image is accepted that failed some checks."""
    fatal = set(failed)
    if workarounds.enabled('tolerate_gpt_failures'):
        fatal -= set(workarounds.value('tolerate_gpt_failures'))
    return not fatal


def main() -> None:
    """Print whether images are accepted that fail some checks."""
    CONF.register_opt(NONFATAL, group='image_format')
    workarounds.register(*DECLARATIONS)
    workarounds.register_opts(CONF)
    CONF(sys.argv[1:], project='glance', version='33.0.0')
    print(is_accepted([]), is_accepted(['mbr']), is_accepted(['mbr', 'gpt']))


if __name__ == '__main__':
    main()
