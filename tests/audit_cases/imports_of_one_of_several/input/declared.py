import workarounds

D = [workarounds.Workaround(name='flush_it', enabled_by='flush_images')]
