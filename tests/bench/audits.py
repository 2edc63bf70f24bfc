# SPDX-License-Identifier: Apache-2.0
"""How long it takes to audit the whole of Nova, beside parsing it.

Run by ``tox -e bench``. All figures of one run are of the same machine in the
same state; compare them with each other and with nothing else. Exits with 1 if
an audit takes more than half as long as parsing every file.
"""

import ast
from collections.abc import Callable
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

# When this is run as a program, Python does not find the package of the tests.
ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests import real_nova  # noqa: E402  # see above

REPEATED = 3
#: How long an audit may take, beside parsing every file.
LIMIT = 0.5
#: Reads the working directory once; prints the files and the peak in KiB.
READ = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from tests import real_nova
reading = real_nova.read()
print(reading.file_count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def parse() -> None:
    """Parse every Python file, and keep nothing of it."""
    for path in pathlib.Path('nova').rglob('*.py'):
        ast.parse(path.read_bytes())


def seconds(action: Callable[[], object]) -> float:
    """Time one run."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def compare_times() -> bool:
    """Return whether an audit is fast enough."""
    parsing, reading = [], []
    for _ in range(REPEATED):
        # In turns, because the state of the machine changes.
        parsing.append(seconds(parse))
        reading.append(seconds(real_nova.read))
    ratio = statistics.median(reading) / statistics.median(parsing)
    print(f'ast.parse of every file: {statistics.median(parsing):.2f} s')
    print(f'an audit reads them all: {statistics.median(reading):.2f} s')
    print(f'ratio: {ratio:.2f}, at most {LIMIT}')
    return ratio <= LIMIT


def peak() -> None:
    """Print the peak memory of a process that reads the tree."""
    done = subprocess.check_output([sys.executable, '-c', READ], text=True)
    files, kibibytes = map(int, done.split())
    print(f'peak memory, {files:,} files: {kibibytes / 1024:.0f} MiB')


def main() -> int:
    """Time everything; say whether it is fast enough."""
    with (
        tempfile.TemporaryDirectory() as directory,
        real_nova.project(pathlib.Path(directory)),
    ):
        is_fast = compare_times()
        peak()
        shutil.copytree('nova', 'nova/twice')
        peak()
        shutil.rmtree('nova/twice')
    return 0 if is_fast else 1


if __name__ == '__main__':
    sys.exit(main())
