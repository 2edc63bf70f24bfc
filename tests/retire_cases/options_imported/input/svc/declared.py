import workarounds
from svc import opts
from svc.opts import RETRIES

RETRY = workarounds.Workaround(
    name='retry_ipmi',
    summary='Sends a command again when the controller is busy.',
    bugs=['https://bugs.example.org/2'],
    fix=workarounds.NoFix('a test'),
    expires='35.0.0',
    enabled_by=RETRIES,
    params={'delay': opts.DELAY},
    off_values=[1],
    group='ipmi',
)
