def first(disk):
    # 1
    # 2
    try:  # 3
        # 4
        disk.check()
        # 5
    finally:
        # 6
        disk.close()
    return disk.read()


def second(disk):
    try:
        return disk.check()
    finally:
        disk.close()
    return disk.read()
