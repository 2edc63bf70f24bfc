from oslo_config import cfg
from workarounds import enabled
from workarounds import NoFix
from workarounds import param
from workarounds import register
from workarounds import Workaround

register(
    Workaround(
        name='tell_others',
        summary='Tells the others.',
        bugs=['https://bugs.example.org/2'],
        fix=NoFix('a test'),
        expires='35.0.0',
        params={'count': cfg.IntOpt('tell_others_count', default=3)},
    )
)


def convert(disk):
    if enabled('tell_others'):
        disk.tell(param('tell_others', 'count'))
    return disk.read()
