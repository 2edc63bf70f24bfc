import workarounds


def convert(disk):
	if workarounds.enabled('fsync'):
		disk.flush()
	else:
		disk.open()
		if disk.raw:
			disk.check()
	for part in disk.parts:
		if workarounds.enabled('fsync'):
			part.flush()
	return disk.read()
