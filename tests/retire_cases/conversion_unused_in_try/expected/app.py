def parse(text):
    try:
        int(text)
    except ValueError:
        return False
    return True
