import os
import workarounds

DECLARATIONS = [
    workarounds.Workaround(name='twice', expires='36.0.0'),
    workarounds.Workaround(name='twice', expires='37.0.0', summary='Flushes.'),
    workarounds.Workaround(name='the_same', expires='36.0.0'),
    workarounds.Workaround(name='the_same', expires='36.0.0'),
    workarounds.Workaround(name='computed', expires=os.name),
    workarounds.Workaround(name='computed', expires='36.0.0'),
    workarounds.Workaround(name='in_two_files', expires='36.0.0'),
    workarounds.Workaround(name='gone', expires='36.0.0'),
    workarounds.RemovedWorkaround(
        name='gone', options=['old'], removed_in='34.0.0', reason='fixed'
    ),
    workarounds.Workaround(name='a', enabled_by='taken'),
    workarounds.Workaround(name='b', enabled_by='taken'),
    workarounds.Workaround(name='c', enabled_by='taken', group='other'),
    workarounds.Workaround(name='d', enabled_by='old'),
    workarounds.Workaround(name='e', enabled_by='free', group=os.name),
    workarounds.Workaround(name='f', enabled_by='free', group=os.name),
]


def declare_first():
    return workarounds.Workaround(name='in_functions', expires='36.0.0')


def declare_second():
    return workarounds.Workaround(name='in_functions', expires='37.0.0')


def declare_both():
    yield workarounds.Workaround(name='in_a_function', expires='36.0.0')
    yield workarounds.Workaround(name='in_a_function', expires='37.0.0')
