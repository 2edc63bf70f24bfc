import workarounds


def convert(disk):
    size = 'Größe 𝔘' if workarounds.enabled('fsync') else '大小'
    if '𝔘' in disk.name or workarounds.enabled('fsync'): disk.flush()
    größe = disk.größe; on = workarounds.enabled('fsync')
    if on:
        disk.flush()
    return size, größe
