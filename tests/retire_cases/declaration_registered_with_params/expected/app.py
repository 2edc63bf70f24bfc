from workarounds import register
from workarounds import RemovedWorkaround

register(
    RemovedWorkaround(
        name='tell_others',
        options=['tell_others', 'tell_others_count'],
        removed_in='6.1.0',
        reason='The bug is fixed.',
    )
)


def convert(disk):
    return disk.read()
