from service import enabled
enabled('flush_it')
