def is_on():
    return False
