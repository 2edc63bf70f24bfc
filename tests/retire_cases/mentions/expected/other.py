# flush_before_read is for disks.
X = 1
