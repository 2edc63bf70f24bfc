# SPDX-License-Identifier: Apache-2.0
"""A workaround of keystone 30.0.0 that depends on what is installed."""

import importlib
import sys
from types import ModuleType
from typing import Any

import workarounds


def lacks_c14n_transform() -> bool:
    """Return whether pysaml2 is older than 7.1.0; it is optional."""
    try:
        xmldsig = importlib.import_module('saml2.xmldsig')
    except ImportError:
        return False
    return not hasattr(xmldsig, 'TRANSFORM_C14N')


DECLARATIONS = [
    # keystone/federation/idp.py:388 and 402
    workarounds.Workaround(
        name='use_old_c14n_constant',
        summary='Names the canonicalisation by the constant of old.',
        bugs=workarounds.Unstated('keystone 30.0.0 names none beside it'),
        fix=workarounds.PackageFix(component='pypi:pysaml2', version='7.1.0'),
        expires=workarounds.Unstated('keystone 30.0.0 names no release'),
        enabled_by=workarounds.Detected(
            lacks_c14n_transform, 'pysaml2 is older than 7.1.0'
        ),
    ),
]


def canonicalization(xmldsig: Any) -> str:
    """Return the algorithm that a signature names.

    :param xmldsig: the module of pysaml2
    """
    if workarounds.enabled('use_old_c14n_constant'):
        return str(xmldsig.ALG_EXC_C14N)
    return str(xmldsig.TRANSFORM_C14N)


def main() -> None:
    """Print the algorithm with a pysaml2 that has one constant."""
    workarounds.register(*DECLARATIONS)
    sys.modules['saml2'] = ModuleType('saml2')
    xmldsig = ModuleType('saml2.xmldsig')
    setattr(xmldsig, sys.argv[1], 'http://www.w3.org/2001/10/xml-exc-c14n#')
    sys.modules['saml2.xmldsig'] = xmldsig
    print(canonicalization(xmldsig))


if __name__ == '__main__':
    main()
