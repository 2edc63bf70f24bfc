def sync(disk):
    disk.sync()


sync.formats = ['raw']
