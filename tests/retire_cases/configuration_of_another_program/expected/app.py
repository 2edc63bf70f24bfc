import peers
from peers import CONF
from peers import group


def move(disk):
    if CONF.workarounds.fsync:
        disk.flush(1)
    if peers.Peer.conf.workarounds.fsync:
        disk.flush(2)
    if group.fsync:
        disk.flush(3)
