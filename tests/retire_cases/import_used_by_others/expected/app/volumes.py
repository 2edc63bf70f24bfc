import time

from app import images
from app import images as others
from app.images import shutil


def convert(disk):
    disk.join(images.os.sep, others.stat.S_IFDIR, time.time())
    return shutil.which(disk.name)
