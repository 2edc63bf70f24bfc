def f(a):
    a.open()

    # NOTE(me): workaround for https://bugs.example.org/1. Remove it when
    # QEMU 2.2.0 is everywhere.

    a.close()
