Group('workarounds')
cfg.OptGroup()
cfg.BoolOpt('one')
