from circle.a import enabled
enabled('flush_it')
