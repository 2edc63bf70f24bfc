import workarounds


def test_it(self, disks):
    with self.assertRaises(KeyError):
        disk = disks['a']
        if workarounds.enabled('fsync'):
            disk.sync()
