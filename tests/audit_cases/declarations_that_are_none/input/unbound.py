Workaround(name='x', fix=1)
