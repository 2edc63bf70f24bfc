def convert(disk):
    size = '大小'
    if '𝔘' in disk.name: disk.flush()
    größe = disk.größe
    return size, größe
