def tell(disk):
    first = f'{disk.name}: {"off"}'
    second = f'{False!s:>6} of {disk.name}'
    return first, second
