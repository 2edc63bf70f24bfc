def test_it(self, disks):
    with self.assertRaises(KeyError):
        disks['a']
