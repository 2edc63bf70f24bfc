from ...... import enabled
enabled('flush_it')
