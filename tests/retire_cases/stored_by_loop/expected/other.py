import app


def run(disk):
    for app.ON in (True, False):
        app.convert(disk)
