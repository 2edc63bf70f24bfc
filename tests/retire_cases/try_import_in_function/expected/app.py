def convert(disk):
    try:
        import rbd
    except ImportError:
        return False
    return True
