# SPDX-License-Identifier: Apache-2.0
"""What cannot be followed is said to be so, and nothing else is a read."""

import pytest

from tests.unit.audit import code


@pytest.mark.parametrize(
    ('text', 'name'),
    [
        ('import workarounds\nworkarounds.enabled(name)', ''),
        ("import workarounds\nworkarounds.enabled(f'flush_{x}')", ''),
        ('import workarounds\nworkarounds.enabled(*args)', ''),
        ('import workarounds\nworkarounds.enabled(**args)', ''),
        ('import workarounds\nworkarounds.enabled()', ''),
        ('import workarounds\nfor n in NAMES: workarounds.enabled(n)', ''),
        ('import workarounds\nmap(workarounds.enabled, NAMES)', ''),
        ("import workarounds\npartial(workarounds.enabled, 'flush')", 'flush'),
        ('import workarounds\ndef f(on=workarounds.enabled): pass', ''),
        ('import workarounds\nreturn_ = [workarounds.enabled]', ''),
        ("import workarounds\nworkarounds.param('flush', key)", 'flush'),
        ("import workarounds\nworkarounds.param('flush')", 'flush'),
        ('getattr(CONF.workarounds, name)', ''),
        ('getattr(CONF.workarounds, name, None)', ''),
        ('CONF.workarounds[name]', ''),
        ('CONF.workarounds.get(name)', ''),
        ('CONF.workarounds.items()', ''),
        ('list(CONF.workarounds)', ''),
        ('f(CONF.workarounds)', ''),
        ('def f(group=CONF.workarounds): pass', ''),
        ("hasattr(CONF.workarounds, 'flush_images')", 'flush_images'),
        ('x.workarounds.flush_images', 'flush_images'),
        ("x['workarounds']['flush_images']", 'flush_images'),
        ("getattr(x.workarounds, 'flush_images')", 'flush_images'),
        ('x().workarounds.flush_images', 'flush_images'),
        ('get_conf().workarounds.flush_images', 'flush_images'),
        ('confs[0].workarounds.flush_images', 'flush_images'),
        (
            'config = yaml.load(x)\nconfig["workarounds"].flush_images',
            'flush_images',
        ),
        ('conf = {}\nconf["workarounds"]["flush_images"]', 'flush_images'),
        (
            'group = CONF.workarounds if x else y\ngroup.flush_images',
            'flush_images',
        ),
        (
            'group = CONF.workarounds\ngroup = x\ngroup.flush_images',
            'flush_images',
        ),
        (
            'group = CONF.workarounds\ndef f():\n    global group\n'
            '    group = x\ndef g():\n    return group.flush_images',
            'flush_images',
        ),
        (
            'try:\n    from workarounds import enabled\nexcept ImportError:\n'
            "    def enabled(name): return False\nenabled('flush')",
            'flush',
        ),
        (
            'try:\n    import workarounds\nexcept ImportError:\n'
            "    workarounds = None\nworkarounds.enabled('flush')",
            'flush',
        ),
        (
            'import workarounds\nN = "flush"\nif x: N = "announce_self"\n'
            'workarounds.enabled(N)',
            '',
        ),
        (
            'import workarounds\nN = "flush"\nN += "_x"\n'
            'workarounds.enabled(N)',
            '',
        ),
        (
            'import workarounds\nclass A:\n    N = "flush"\n'
            '    def f(self): return workarounds.enabled(self.N)\n'
            'class B(A):\n    N = "announce_self"',
            '',
        ),
        (
            'import workarounds\nclass A:\n    def f(self, x):\n'
            '        self.n = "flush"\n        self.n = x\n'
            '        return workarounds.enabled(self.n)',
            '',
        ),
    ],
)
def test_what_cannot_be_followed_is_computed(text: str, name: str) -> None:
    assert ('computed', name) in code.found(text)
    assert {kind for kind, *_ in code.found(text)} == {'computed'}


@pytest.mark.parametrize(
    'text',
    [
        # Somebody else's.
        'self.workarounds.enabled',
        "self.workarounds.enabled('flush')",
        'x.workarounds.unknown',
        "x['workarounds']['unknown']",
        'list(x.workarounds)',
        "enabled('flush')",
        "x.enabled('flush')",
        "def f(workarounds): return workarounds.enabled('flush')",
        "def f(enabled):\n    return enabled('flush')",
        "for workarounds in x: workarounds.enabled('flush')",
        "workarounds = Driver()\nworkarounds.enabled('flush')",
        "import workarounds\ndef f(workarounds): workarounds.enabled('flush')",
        'import workarounds\ndef f():\n    workarounds = x\n'
        "    workarounds.enabled('flush')",
        "import workarounds\n[workarounds.enabled('a') for workarounds in y]",
        "import workarounds\nx = lambda workarounds: workarounds.enabled('a')",
        "from nova import workarounds\nworkarounds.enabled('flush')",
        "import nova.workarounds\nnova.workarounds.enabled('flush')",
        "from . import workarounds\nworkarounds.enabled('flush')",
        "from nova.utils import enabled\nenabled('flush')",
        # Modules.
        'from nova.conf import workarounds\nworkarounds.register_opts(CONF)',
        'from nova.conf import workarounds\nworkarounds.flush_images',
        'import nova.conf\nnova.conf.workarounds.register_opts(CONF)',
        'import nova.conf.workarounds\nnova.conf.workarounds.flush_images',
        'from nova import conf\nconf.workarounds.register_opts(CONF)',
        # Strings and comments.
        "x = 'CONF.workarounds.flush_images'",
        "'''\n>>> workarounds.enabled('flush')\n'''",
        'x = 1  # CONF.workarounds.x',
        # Other words.
        'import workarounds\nworkarounds.register_opts(CONF)',
        'import workarounds\nworkarounds.exceptions.WorkaroundError',
        'CONF.workarounds_extra.flush_images',
        'CONF.compute.flush_images',
        'confirm.workarounds.unknown',
        'conf = ConfigParser()\nconf["workarounds"]["unknown"]',
        # A binding for itself is no read, whether or not somebody uses it.
        'group = CONF.workarounds',
        'import workarounds\nis_on = workarounds.enabled',
    ],
)
def test_what_is_no_read(text: str) -> None:
    assert [
        one for one in code.found(text) if one[0] not in ('comment', 'mention')
    ] == []
