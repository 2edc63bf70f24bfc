import workarounds
from nova.conf import CONF

group = CONF.workarounds
is_on = workarounds.enabled
