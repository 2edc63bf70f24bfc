import workarounds
from workarounds import PackageFix

FIELDS = {'component': 'pysaml2', 'version': '7.1.0'}
DECLARATIONS = [
    workarounds.Workaround(
        name='by_a_lower_bound',
        fix=PackageFix(component='pysaml2', version='7.1.0'),
    ),
    workarounds.Workaround(
        name='one_version_is_affected',
        fix=PackageFix(component='pypi:exabgp', affected='==4.0.2'),
    ),
    workarounds.Workaround(
        name='one_of_two_is_enough',
        fix=workarounds.AnyOf(
            PackageFix(component='pysaml2', version='99.0.0'),
            workarounds.ReleaseFix(version='35.0.0'),
        ),
    ),
    workarounds.Workaround(
        name='all_are_required',
        fix=[
            PackageFix(component='pysaml2', version='7.1.0'),
            workarounds.ReleaseFix(version='36.0.0'),
        ],
    ),
    workarounds.Workaround(
        name='fixed_later',
        fix=PackageFix(component='pysaml2', version='7.1.1'),
    ),
    workarounds.Workaround(
        name='of_what_is_not_required',
        fix=PackageFix(component='qemu', version='2.2.0'),
    ),
    workarounds.Workaround(
        name='reopened',
        fix=PackageFix(
            component='pysaml2',
            version='7.1.0',
            reopened='https://example.com/1',
        ),
    ),
    workarounds.Workaround(name='hidden', fix=PackageFix(**FIELDS)),
    workarounds.Workaround(
        name='hidden_in_part',
        fix=[
            PackageFix(component='pysaml2', version='7.1.0'),
            workarounds.ManualFix('the firmware'),
        ],
    ),
    workarounds.Workaround(  # workarounds: ignore=WA217 kept for a release
        name='kept',
        fix=PackageFix(component='pysaml2', version='7.1.0'),
    ),
]


def run():
    return [
        workarounds.enabled('by_a_lower_bound'),
        workarounds.enabled('one_version_is_affected'),
        workarounds.enabled('one_of_two_is_enough'),
        workarounds.enabled('all_are_required'),
        workarounds.enabled('fixed_later'),
        workarounds.enabled('of_what_is_not_required'),
        workarounds.enabled('reopened'),
        workarounds.enabled('hidden'),
        workarounds.enabled('hidden_in_part'),
        workarounds.enabled('kept'),
    ]
