import workarounds
workarounds.Workaround(name='own_one', enabled_by='do_own')
