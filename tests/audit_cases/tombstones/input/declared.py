import workarounds
from workarounds import RemovedWorkaround as R

R(name='old', options=['disable_old', 'old_count'],
  removed_in='20.0.0', reason='nobody needs it')
workarounds.RemovedWorkaround(name='older', options=OPTIONS, removed_in=VERSION)
workarounds.RemovedWorkaround(
    name='oldest', options=[unknown(), 'oldest_option']
)


def read():
    workarounds.enabled('old')
    workarounds.value('old')
    workarounds.param('old', 'count')
    workarounds.enabled('older')
    CONF.workarounds.disable_old
    CONF.workarounds.old_count
    CONF.workarounds.oldest_option
    x.workarounds.old_count
