import workarounds
workarounds.Workaround(name='first_one', enabled_by='do_first')
