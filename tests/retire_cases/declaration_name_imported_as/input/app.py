from workarounds import NoFix, RemovedWorkaround
from workarounds import Workaround as W

OLD = RemovedWorkaround(
    name='old',
    options=['old'],
    removed_in='3.0.0',
    reason='It was fixed.',
)

FLUSH = W(
    name='flush',
    summary='Flushes.',
    bugs=['https://bugs.example.org/2'],
    fix=NoFix('a test'),
    expires='35.0.0',
    enabled_by='do_flush',
)
