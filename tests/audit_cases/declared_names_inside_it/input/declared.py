import workarounds

workarounds.Workaround(  # flush_it
    name='flush_it',
    summary='Better than announce_self. flush_it flushes.',
)
workarounds.Workaround(name='announce_self')
# flush_it
x = 'flush_it'
