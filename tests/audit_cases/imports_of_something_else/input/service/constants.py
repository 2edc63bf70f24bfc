FLUSH = 'flush_it'
