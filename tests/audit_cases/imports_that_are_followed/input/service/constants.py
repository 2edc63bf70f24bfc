FLUSH = 'flush_it'
DELAY = 'delay'


class Names:
    FLUSH = 'flush_it'


class Base:
    FLUSH = 'flush_it'
