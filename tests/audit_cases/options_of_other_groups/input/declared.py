import workarounds
cfg.OptGroup('workarounds')
workarounds.Workaround(name='own', enabled_by=cfg.BoolOpt('own_option'))
