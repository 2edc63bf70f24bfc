import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        for part in disk.parts:
            try:
                part.flush()
            except OSError:

                # Perhaps later.
                part.wait()
            finally:
                part.close()

        def size():
            """Say how large it is."""
            return disk.size

        while size():
            disk.shrink()
    return disk.read()
