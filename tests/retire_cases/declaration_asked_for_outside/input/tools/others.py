# The workaround flush is for disks.
NAME = 'flush'
