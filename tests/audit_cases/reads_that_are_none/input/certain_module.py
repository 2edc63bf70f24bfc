from nova import conf
from nova.conf import CONF

conf.workarounds.flush_images
