import workarounds


def convert(disk):
    if workarounds.enabled('fsync'):
        disk.run("""
            select 1
        from disks
""", '''a
            b''')
        disk.tell(f"""
            {disk.name}
            """)
    return disk.read()
