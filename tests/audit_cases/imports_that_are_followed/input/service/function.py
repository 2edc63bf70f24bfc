from service.utils import enabled


def function():
    enabled('flush_it')
    enabled('flush_it', 'delay')
    enabled(x)
