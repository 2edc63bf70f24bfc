import workarounds
from oslo_config import cfg

D = [workarounds.Workaround(name='flush_it', enabled_by='flush_images',
                            params={'delay': cfg.IntOpt('flush_it_delay')})]
