from oslo_config import cfg
import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='slow', summary='Copies slowly.',
        bugs=['https://bugs.example.org/1'], fix=workarounds.NoFix('a test'),
        expires='4.0.0', enabled_by=cfg.BoolOpt('slow_copy', default=False),
        group=lambda conf: conf.enabled_backends),
]
