from oslo_config import cfg
import workarounds

DECLARATIONS = [
    workarounds.Workaround(
        name='kinds',
        summary='Does it for some kinds of ports.',
        bugs=['https://bugs.example.org/1'],
        fix=workarounds.NoFix('a test'),
        expires='4.0.0',
        enabled_by=cfg.ListOpt('kinds', default=[]),
    ),
]
