def convert(disks, name):
    try:
        disks.open(name)
    finally:
        disks.close()
