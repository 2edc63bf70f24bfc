"""Converts images."""


def convert(disk):
    disk.run("""
    a
        b""")
    for part in disk.parts:
        pass
    return disk.read()
