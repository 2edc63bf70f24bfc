from . import enabled as e
e('flush_it')
