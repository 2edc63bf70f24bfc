import workarounds


def parse(text):
    try:
        size = int(text)
    except ValueError:
        return False
    if workarounds.enabled('fsync'):
        print(size)
    return True
