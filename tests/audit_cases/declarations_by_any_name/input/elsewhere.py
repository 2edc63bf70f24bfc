from nova.compat import Workaround
from nova.compat import RemovedWorkaround

Workaround(name='of_a_wrapper', fix=None)
RemovedWorkaround(name='gone_by_a_wrapper', removed_in='20.0.0')
