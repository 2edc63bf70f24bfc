from service.other import enabled
enabled('flush_it')
