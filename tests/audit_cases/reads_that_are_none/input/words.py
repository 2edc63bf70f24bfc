"""
>>> workarounds.enabled('flush')
"""
import workarounds

TEXT = 'CONF.workarounds.option'  # CONF.workarounds.option

workarounds.register_opts(CONF)
workarounds.exceptions.WorkaroundError
getattr(CONF)
CONF.workarounds_extra.flush_images
CONF.compute.flush_images
confirm.workarounds.unknown
parser = ConfigParser()
parser['workarounds']['unknown']
