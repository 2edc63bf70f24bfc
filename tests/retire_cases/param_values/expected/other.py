import app


def read(disk):
    return disk.read(app.LIMIT)
