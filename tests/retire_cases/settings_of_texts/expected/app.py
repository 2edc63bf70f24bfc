def convert():
    return ['sync']
