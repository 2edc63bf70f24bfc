class Workaround:
    pass


Workaround(name='x', fix=1)
