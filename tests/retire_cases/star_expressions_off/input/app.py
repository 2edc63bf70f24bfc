import workarounds


def convert(disk, few, many):
    disk.run(*(many if workarounds.enabled('fsync') else few))
    disk.run(**(many if workarounds.enabled('fsync') else few))
    parts = [*few, *(many if workarounds.enabled('fsync') else disk.parts)]
    first, *rest = many if workarounds.enabled('fsync') else few
    return parts, first, rest
