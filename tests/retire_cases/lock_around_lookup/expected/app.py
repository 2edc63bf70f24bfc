def convert(disks, name, utils):
    with utils.lock(name):
        return True
