def convert(disk):
	disk.open()
	if disk.raw:
		disk.check()
	for part in disk.parts:
		pass
	return disk.read()
