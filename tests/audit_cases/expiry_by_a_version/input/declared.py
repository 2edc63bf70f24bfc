import workarounds

VERSION = '35.0.0'
DECLARATIONS = [
    workarounds.Workaround(name='literal', expires='35.0.0'),
    workarounds.Workaround(name='constant', expires=VERSION),
    workarounds.Workaround(name='with_a_fix', expires='35.0.0', fix=[
        workarounds.PackageFix(component='qemu', version='2.2.0'),
        workarounds.ReleaseFix(version='20.0.0'),
        workarounds.PackageFix(component='libvirt', version=unknown()),
        workarounds.PackageFix(component=unknown(), version='1.0.0'),
        workarounds.ReleaseFix(version='28.0.0', project='neutron'),
        workarounds.ReleaseFix(version=workarounds.Undetermined('why')),
        workarounds.ManualFix('the guest'),
    ]),
    workarounds.Workaround(
        name='with_one_fix',
        expires='35.0.0',
        fix=workarounds.ReleaseFix(version='20.0.0'),
    ),
]


def read():
    workarounds.enabled('literal')
    workarounds.enabled('constant')
    workarounds.enabled('with_a_fix')
    workarounds.enabled('with_one_fix')
