def convert(disk):
    return [
        3,
        'none',
        None,
        None,
        None,
        [],
        None,
        3 + 3,
    ]
