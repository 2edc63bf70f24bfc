# SPDX-License-Identifier: Apache-2.0
"""Every way to ask this library is seen, with its place and its time."""

import pytest

from tests.unit.audit import code


@pytest.mark.parametrize(
    'text',
    [
        "import workarounds\nif workarounds.enabled('flush'): pass",
        "import workarounds as w\nw.enabled('flush')",
        "from workarounds import enabled\nenabled('flush')",
        "from workarounds import enabled as e\nx = not e('flush')",
        "from workarounds import *\nenabled('flush')",
        "def f():\n    import workarounds\n    workarounds.enabled('flush')",
        "def f():\n    from workarounds import enabled as e\n    e('flush')",
        "import workarounds\nworkarounds.enabled(name='flush')",
        "import workarounds\nworkarounds.enabled('flush', conf=CONF)",
        "import workarounds\nworkarounds.enabled('flush', CONF)",
        "import workarounds\nworkarounds.enabled('fl' 'ush')",
        "import workarounds\nN = 'flush'\nworkarounds.enabled(N)",
        "import workarounds\nN: str = 'flush'\nworkarounds.enabled(N)",
        "import workarounds\nN = M = 'flush'\nworkarounds.enabled(M)",
        "import workarounds\nM, N = 1, 'flush'\nworkarounds.enabled(N)",
        "import workarounds\nM = 'flush'\nN = M\nworkarounds.enabled(N)",
        "import workarounds\nis_on = workarounds.enabled\nis_on('flush')",
        'import workarounds\nx = f"{workarounds.enabled(\'flush\')}"',
        "import workarounds\nx = lambda: workarounds.enabled('flush')",
        "import workarounds\nx = [workarounds.enabled('flush') for _ in y]",
        "import workarounds\n[y for y in z if workarounds.enabled('flush')]",
        "from workarounds import *\nmatch x:\n case 1 if enabled('flush'): 0",
        "from workarounds import *\nasync def f(): await g(enabled('flush'))",
        "import workarounds\nwith workarounds.enabled('flush') as x: pass",
        """
        import workarounds
        class Names:
            FLUSH = 'flush'
        workarounds.enabled(Names.FLUSH)
        """,
        """
        import workarounds
        class Driver:
            FLUSH = 'flush'
            def f(self):
                return workarounds.enabled(self.FLUSH)
        """,
        """
        import workarounds
        class Base:
            FLUSH = 'flush'
        class Driver(Base):
            @classmethod
            def f(cls):
                return workarounds.enabled(cls.FLUSH)
        """,
        """
        import workarounds
        class Driver:
            def __init__(self):
                self.name = 'flush'
            def f(self):
                return workarounds.enabled(self.name)
        """,
        """
        try:
            import workarounds
        except ImportError:
            raise SystemExit
        workarounds.enabled('flush')
        """,
        """
        if x:
            import workarounds
        else:
            import workarounds
        workarounds.enabled('flush')
        """,
    ],
)
def test_enabled(text: str) -> None:
    assert code.found(text) == [('enabled', 'flush')]


def test_value_and_param() -> None:
    assert code.found("""
        import workarounds
        KEY = 'delay'
        workarounds.value('flush')
        workarounds.param('flush', 'delay')
        workarounds.param('flush', KEY, conf=CONF)
        workarounds.param(key='delay', name='flush')
    """) == [('value', 'flush'), *[('param', 'flush', 'delay')] * 3]


def test_names_nobody_declared_are_read_too() -> None:
    assert code.found("""
        import workarounds
        workarounds.enabled('flsh')
        workarounds.param('flush', 'dely')
        CONF.workarounds.flsh_images
    """) == [
        ('enabled', 'flsh'),
        ('param', 'flush', 'dely'),
        ('direct', 'flsh_images'),
    ]


def test_places_are_those_of_whole_expressions() -> None:
    assert code.marked(
        """
        import workarounds
        é = '\u2028'; ü = not (workarounds.enabled(
            'flush',
        )) or "ß" + \\
            CONF.workarounds.flush_images
        \tx = 1 if\tCONF . workarounds . flush_images else 2
        """.replace('\tx', 'x')
    ) == [
        "workarounds.enabled(\n    'flush',\n)",
        'CONF.workarounds.flush_images',
        'CONF . workarounds . flush_images',
    ]


@pytest.mark.parametrize(
    'text',
    [
        'x = {}',
        'class A:\n    x = {}',
        '@d({})\ndef f(): pass',
        '@d({})\nclass A: pass',
        'def f(x={}): pass',
        'def f(*, x={}): pass',
        'def f(x: {}): pass',
        'x = lambda y={}: y',
        'if {}: pass',
        'x = [y for y in z if {}]',
        'class A:\n    def f(self, x={}): pass',
    ],
)
@pytest.mark.parametrize(
    'read', ["workarounds.enabled('flush')", 'CONF.workarounds.flush_images']
)
def test_read_at_import_time(text: str, read: str) -> None:
    module = 'import workarounds\n' + text.replace('{}', read)
    (trace,) = [
        one for one in code.read(module).references if one.kind != 'mention'
    ]
    assert trace.is_import_time


@pytest.mark.parametrize(
    'text',
    [
        'def f(): return {}',
        'def f():\n    def g(x={}): pass',
        'def f():\n    class A:\n        x = {}',
        'x = lambda: {}',
        'class A:\n    def f(self): return {}',
        'async def f(): return {}',
        "if __name__ == '__main__':\n    x = {}",
    ],
)
def test_not_read_at_import_time(text: str) -> None:
    read = "workarounds.enabled('flush')"
    module = 'import workarounds\n' + text.replace('{}', read)
    (trace,) = [
        one for one in code.read(module).references if one.kind != 'mention'
    ]
    assert not trace.is_import_time
    assert trace.kind == 'enabled'


def test_a_read_inside_another_call_is_not_lost() -> None:
    assert code.found("""
        import workarounds
        workarounds.enabled('flush', conf=f(CONF.workarounds.flush_images))
        x[workarounds.enabled('flush')].workarounds.flush_images
        getattr(CONF.workarounds, 'flush_images', workarounds.enabled('flush'))
        CONF.workarounds[workarounds.enabled('flush')]
    """) == [
        ('enabled', 'flush'),
        ('direct', 'flush_images'),
        ('computed', 'flush_images'),
        ('enabled', 'flush'),
        ('direct', 'flush_images'),
        ('enabled', 'flush'),
        ('computed', ''),
        ('enabled', 'flush'),
    ]
