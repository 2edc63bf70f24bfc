def convert(names):
    first = [name for name in names]
    second = any(n for n in names if n)
    third = {n: 1 for n in names if n}
    fourth = [n for n in names]
    return first, second, third, fourth
