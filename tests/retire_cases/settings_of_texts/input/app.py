import workarounds


def convert():
    return [] if workarounds.enabled('nosync') else ['sync']
