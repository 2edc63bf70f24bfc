def is_on():
    return True
