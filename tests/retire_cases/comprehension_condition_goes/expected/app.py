def convert(names):
    first = [name for name in names]
    second = {
        name
        for name in names
        if name
    }
    third = [
        name
        for name in names
        if name
        for letter in name
        if letter
    ]
    return first, second, third
