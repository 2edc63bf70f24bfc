N = 'flush_it'
