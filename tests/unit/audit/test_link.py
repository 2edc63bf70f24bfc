# SPDX-License-Identifier: Apache-2.0
"""Constants, functions and groups are followed through a project."""

import pathlib

import pytest

from tests.unit.audit import code

DECLARED = """
    import workarounds
    D = [workarounds.Workaround(name='flush_it', enabled_by='flush_images',
                                params=[cfg.IntOpt('flush_it_delay')])]
"""
CONSTANTS = """
    FLUSH = 'flush_it'
    DELAY = 'delay'
    class Names:
        FLUSH = 'flush_it'
    class Base:
        FLUSH = 'flush_it'
"""
UTILS = """
    from oslo_config import cfg
    from workarounds import enabled
    from workarounds import param as tune
    import workarounds as w
    value_of = w.value
    settings = cfg.CONF
    GROUP = cfg.CONF.workarounds
    class Context:
        it = cfg.CONF
"""


@pytest.mark.parametrize(
    ('text', 'expected'),
    [
        (
            'import workarounds\nfrom service import constants\n'
            'workarounds.enabled(constants.FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            'import workarounds\nimport service.constants\n'
            'workarounds.enabled(service.constants.FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            'import workarounds\nfrom service.constants import FLUSH as F\n'
            'workarounds.enabled(F)',
            ('enabled', 'flush_it'),
        ),
        (
            'import workarounds\nfrom . import constants as c\n'
            'workarounds.param(c.FLUSH, c.DELAY)',
            ('param', 'flush_it', 'delay'),
        ),
        (
            'import workarounds\nfrom .constants import Names\n'
            'workarounds.enabled(Names.FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            'import workarounds\nfrom service.constants import *\n'
            'workarounds.enabled(FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            'import workarounds\nfrom service import constants\n'
            'class A(constants.Base):\n'
            '    def f(self): return workarounds.enabled(self.FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            "from service.utils import enabled\nenabled('flush_it')",
            ('enabled', 'flush_it'),
        ),
        (
            "from service import utils\nutils.enabled('flush_it')",
            ('enabled', 'flush_it'),
        ),
        (
            "from service.utils import enabled as e\ne(name='flsh_it')",
            ('enabled', 'flsh_it'),
        ),
        (
            "from service import utils as u\nu.tune('flush_it', 'delay')",
            ('param', 'flush_it', 'delay'),
        ),
        (
            "from service import utils\nutils.value_of('flush_it')",
            ('value', 'flush_it'),
        ),
        (
            "from service import utils\nutils.w.enabled('flush_it')",
            ('enabled', 'flush_it'),
        ),
        (
            'from service.utils import enabled\n'
            'from service import constants\nenabled(constants.FLUSH)',
            ('enabled', 'flush_it'),
        ),
        (
            'from service.utils import enabled\nenabled(x)',
            None,
        ),
        (
            'from service.utils import settings\n'
            'settings.workarounds.flush_images',
            ('direct', 'flush_images'),
        ),
        (
            'from service.utils import settings\n'
            'settings.workarounds.flsh_images',
            ('direct', 'flsh_images'),
        ),
        (
            'from service import utils\nutils.GROUP.flush_images',
            ('direct', 'flush_images'),
        ),
        (
            "from service.utils import GROUP\ngetattr(GROUP, 'flush_images')",
            ('direct', 'flush_images'),
        ),
        (
            'from service.utils import Context\n'
            'Context.it.workarounds.flush_images',
            ('direct', 'flush_images'),
        ),
        (
            'from service import constants\nCONF.workarounds[constants.FLUSH]',
            ('direct', 'flush_it'),
        ),
        (
            'from elsewhere import CONF\nCONF.workarounds.flush_images',
            ('direct', 'flush_images'),
        ),
        (
            'from elsewhere import conf\nconf.workarounds.flush_images',
            ('direct', 'flush_images'),
        ),
        (
            'from elsewhere import x\nx.workarounds.flush_images',
            ('computed', 'flush_images'),
        ),
        (
            'import workarounds\nfrom elsewhere import NAME\n'
            'workarounds.enabled(NAME)',
            ('computed', ''),
        ),
        (
            'import workarounds\nfrom service.constants import OTHER\n'
            'workarounds.enabled(OTHER)',
            ('computed', ''),
        ),
    ],
)
def test_what_other_modules_define(
    tmp_path: pathlib.Path, text: str, expected: tuple[str, ...] | None
) -> None:
    reading = code.project(
        tmp_path,
        {
            '__init__': '',
            'constants': CONSTANTS,
            'declared': DECLARED,
            'utils': UTILS,
            'zz': text,
        },
    )
    found = [one[1:] for one in code.reads(reading) if one[0] == 'zz']
    if expected is None:
        assert [kind for kind, *_ in found] == ['computed']
    else:
        assert found == [expected]


@pytest.mark.parametrize(
    'text',
    [
        "from elsewhere import enabled\nenabled('flush_it')",
        "from service.other import enabled\nenabled('flush_it')",
        'from service import conf\nconf.workarounds.flush_images',
        'import service.conf\nservice.conf.workarounds.flush_images',
        'from service.conf import workarounds\nworkarounds.flush_images',
        'from .conf import workarounds\nworkarounds.flush_images',
        'from elsewhere import conf\nconf.workarounds.flsh_images',
        'from service.constants import FLUSH\nFLUSH.flush_images',
    ],
)
def test_what_other_modules_do_not_define(
    tmp_path: pathlib.Path, text: str
) -> None:
    reading = code.project(
        tmp_path,
        {
            '__init__': '',
            'declared': DECLARED,
            'constants': CONSTANTS,
            'other': "def enabled(name): return name == 'flush_it'",
            'conf/__init__': 'from . import workarounds  # flush_images',
            'conf/workarounds': 'flush_images = 1  # workarounds',
            'zz': text,
        },
    )
    assert [one for one in code.reads(reading) if one[0] == 'zz'] == []


def test_a_chain_of_modules(tmp_path: pathlib.Path) -> None:
    reading = code.project(
        tmp_path,
        {
            '__init__': 'from .utils import enabled',
            'declared': DECLARED,
            'utils': 'from ._compat import enabled',
            '_compat': 'from workarounds import *',
            'deep/__init__': 'from .. import enabled',
            'deep/deeper': 'from . import enabled as e\ne("flush_it")',
            'zz': "from service import enabled\nenabled('flush_it')",
        },
    )
    assert code.reads(reading) == [
        ('deeper', 'enabled', 'flush_it'),
        ('zz', 'enabled', 'flush_it'),
    ]


def test_modules_that_import_each_other_end(tmp_path: pathlib.Path) -> None:
    reading = code.project(
        tmp_path,
        {
            'a': 'from service.b import enabled',
            'b': 'from service.a import enabled',
            'declared': DECLARED,
            'zz': "from service.a import enabled\nenabled('flush_it')",
        },
    )
    assert code.reads(reading) == []


def test_the_nearest_of_several_modules_is_meant(
    tmp_path: pathlib.Path,
) -> None:
    read = (
        'import workarounds\nfrom pkg.names import N\nworkarounds.enabled(N)'
    )
    reading = code.project(
        tmp_path,
        {
            'declared': DECLARED,
            'one/pkg/names': "N = 'flush_it'",
            'one/pkg/use': read,
            'two/pkg/names': "N = 'flush_images'",
            'two/pkg/use': read,
            'use': read,
        },
    )
    assert code.reads(reading) == [
        ('use', 'enabled', 'flush_it'),
        ('use', 'enabled', 'flush_images'),
        ('use', 'computed', ''),
    ]


def test_a_module_of_one_word_is_beside_its_importer(
    tmp_path: pathlib.Path,
) -> None:
    read = 'import workarounds\nimport names\nworkarounds.enabled(names.N)'
    reading = code.project(
        tmp_path,
        {
            'declared': DECLARED,
            'tools/names': "N = 'flush_it'",
            'tools/use': read,
            'other': read,
        },
    )
    assert code.reads(reading) == [
        ('other', 'computed', ''),
        ('use', 'enabled', 'flush_it'),
    ]
