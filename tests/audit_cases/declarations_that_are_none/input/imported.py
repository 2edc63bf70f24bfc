from nova.objects import RemovedWorkaround
from nova.objects import Workaround

Workaround(name='x')
Workaround(fix=1)
RemovedWorkaround(name='x', fix=1)
