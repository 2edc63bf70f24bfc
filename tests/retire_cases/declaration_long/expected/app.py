import workarounds

FLUSH = workarounds.RemovedWorkaround(
    name='flush_before_read',
    options=[
        'flush_before_read',
        'flush_before_read_count',
        'flush_before_read_interval',
        'flush_before_read_timeout',
    ],
    removed_in='5.0.0',
    reason=(
        'QEMU 2.2.0 flushes "by itself", it\'s in every \\distribution: '
        '{Debian}, Größe 100% #1, and in all others as well as far as we '
        'know.'
    ),
)
