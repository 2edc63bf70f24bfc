from app.both import kept


def convert(disk):
    return kept(disk)
