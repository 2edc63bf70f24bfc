# SPDX-License-Identifier: Apache-2.0
"""How long all of Nova's retirements take, beside LibCST's parse of the files.

Run by ``tox -e bench``; arguments are names, for some of them only. Each
workaround is retired by itself, from one scan, and a file is parsed as often
as it is changed. Both figures are seconds of the processor in one run of one
machine; compare them with each other and with nothing else.
"""

import pathlib
import sys
import tempfile
import time

import libcst

# When this is run as a program, Python does not find the package of the tests.
sys.path.insert(0, str(pathlib.Path(__file__).parents[2]))

from tests import real_nova  # see above


def main() -> None:
    """Print a line for each workaround, and one for all."""
    retiring = parsing = 0.0
    print('retire  parse  ratio')
    with (
        tempfile.TemporaryDirectory() as directory,
        real_nova.project(pathlib.Path(directory)),
    ):
        reading = real_nova.read()
        for name in sys.argv[1:] or real_nova.NAMES:
            begun = time.process_time()
            retired = real_nova.retire(name, reading)
            between = time.process_time()
            for before, _ in retired.changed.values():
                libcst.parse_module(before)
            ended = time.process_time()
            retiring += between - begun
            parsing += ended - between
            show(between - begun, ended - between, name)
    show(retiring, parsing, 'all')


def show(retiring: float, parsing: float, name: str) -> None:
    """Print one line."""
    ratio = retiring / parsing
    print(f'{retiring:6.1f} {parsing:6.1f} {ratio:6.2f}  {name}', flush=True)


if __name__ == '__main__':
    main()
