cfg.OptGroup('workarounds')
BoolOpt
cfg.DeprecatedOpt('one')
cfg.BoolOpt(name)
