def enabled(name):
    return name == 'flush_it'
