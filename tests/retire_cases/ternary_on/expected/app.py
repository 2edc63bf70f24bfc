def convert(disk, wanted):
    mode = 'rw'
    part = disk.a if wanted else disk.b
    both = disk.flushed_parts()
    return mode, part, both
