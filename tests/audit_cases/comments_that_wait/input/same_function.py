class Driver:
    def f(self):
        # TODO: remove when MIN_LIBVIRT_VERSION >= 8.0.0
        x = 4
        x = 5
        x = 6
        x = 7
        x = 8
        x = 9
        x = 10
        x = 11
        x = 12
        x = 13
        x = 14

        def g():
            return CONF.workarounds.flush_images
