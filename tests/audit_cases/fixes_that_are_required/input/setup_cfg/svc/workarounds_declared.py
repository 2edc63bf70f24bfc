import workarounds
from workarounds import PackageFix

DECLARATIONS = [
    workarounds.Workaround(
        name='by_a_lower_bound',
        fix=PackageFix(component='pysaml2', version='7.1.0'),
    ),
    workarounds.Workaround(
        name='of_what_has_no_bound',
        fix=PackageFix(component='pypi:exabgp', affected='==4.0.2'),
    ),
]


def run():
    return [
        workarounds.enabled('by_a_lower_bound'),
        workarounds.enabled('of_what_has_no_bound'),
    ]
