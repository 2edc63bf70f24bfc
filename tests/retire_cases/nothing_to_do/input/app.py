import workarounds


def convert(disk,fsync = 1):
  if workarounds.enabled( 'nosync' ) :
        disk.flush ( )
  return disk.fsync
