# SPDX-License-Identifier: Apache-2.0
"""How long a lookup takes, beside what services do today.

Run by ``tox -e bench``. All figures of one run are of the same machine in the
same state; compare them with each other and with nothing else.
"""

import statistics
import subprocess
import sys
import timeit

from oslo_config import cfg
import pyperf

import workarounds

CONF = cfg.CONF
OWN = cfg.ConfigOpts()
TABLE = {'flush': True}

BARE = 'a dictionary lookup inside a function'
RAW = 'CONF.workarounds.option'
ENABLED = 'enabled(name)'
OF_CONF = 'enabled(name, conf=conf)'
CHANGED = 'enabled(name) after a change'
IMPORT = 'import workarounds, after oslo_config.cfg'
TIMED_IMPORT = """
import time
import oslo_config.cfg
begun = time.perf_counter()
import workarounds
print(time.perf_counter() - begun)
"""


def prepare() -> None:
    """Declare a workaround and read no files."""
    workarounds.register(
        workarounds.Workaround(
            name='flush',
            summary='Flushes.',
            bugs=['https://bugs.example.org/1'],
            fix=workarounds.NoFix('a benchmark'),
            expires='35.0.0',
            disabled_by='disable_flush',
        )
    )
    for conf in (CONF, OWN):
        workarounds.register_opts(conf)
        conf([], default_config_files=[], default_config_dirs=[])


def bare(name: str) -> bool:
    """Look up a name with nothing around it."""
    return TABLE[name]


STATEMENTS = {
    BARE: 'bare("flush")',
    RAW: 'CONF.workarounds.disable_flush',
    ENABLED: 'workarounds.enabled("flush")',
    OF_CONF: 'workarounds.enabled("flush", conf=OWN)',
    CHANGED: (
        'CONF.clear_override("disable_flush", "workarounds");'
        'workarounds.enabled("flush")'
    ),
}


def import_anew() -> float:
    """Import the library in fresh interpreters; return the median."""
    # Not by pyperf, which would repeat each for as long as the import of
    # oslo.config around it takes, which is not what is timed.
    command = [sys.executable, '-c', TIMED_IMPORT]
    return statistics.median(
        float(subprocess.check_output(command)) for _ in range(25)
    )


def main() -> None:
    """Time everything, then compare."""
    prepare()
    runner = pyperf.Runner()
    timed = {}
    for name, statement in STATEMENTS.items():
        # As a statement: a function around it would add its own time.
        timer = timeit.Timer(statement, globals=globals())
        timed[name] = runner.bench_time_func(name, timer.timeit)
    if not runner.args.worker:
        compare({name: bench.median() for name, bench in timed.items()})


def compare(median: dict[str, float]) -> None:
    """Say how the figures of this run compare."""
    for name in (ENABLED, OF_CONF):
        print(
            f'{name}: {median[RAW] / median[name]:.1f} times as fast as '
            f'{RAW}, {median[name] / median[BARE]:.1f} times as long as {BARE}'
        )
    print(f'{IMPORT}: {import_anew() * 1e3:.1f} ms')


if __name__ == '__main__':
    main()
