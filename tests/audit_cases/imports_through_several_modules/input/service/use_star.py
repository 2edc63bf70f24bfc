from service._star import enabled
enabled('flush_it')
