# SPDX-License-Identifier: Apache-2.0
"""Whether many programs, made by chance, do after a retirement what they did.

Run by ``tox -e nightly``. The arguments are the number of programs and the
seed of the first; the same seed makes the same program. Names each one that
does something else, makes the first as short as it can, and exits with 1.
"""

from concurrent import futures
import os
import pathlib
import sys
import tempfile
import time

from tests.retire import proof
from tests.retire import seeds
from tests.retire import shrink

_BUNDLE = 50


def faulty(bundle: range) -> list[int]:
    """Return the seeds of the programs that do something else."""
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        return [
            seed
            for seed in bundle
            if shrink.fault(proof.Trial.of(seed), directory)
        ]


def show(seed: int) -> None:
    """Print what is wrong with a program, and the shortest one like it."""
    trial = proof.Trial.of(seed)
    with tempfile.TemporaryDirectory() as name:
        trial, fault = shrink.shrink(trial, pathlib.Path(name))
    print(f'seed {seed}, {trial.name}, on: {trial.is_on}')
    for path, text in trial.files.items():
        print(f'# {path}\n{text.decode()}')
    print(fault)


def main(count: int = seeds.PER_DAY, first: int | None = None) -> int:
    """Try programs, and say how many.

    :param first: the seed of the first; the day's first one if left out
    """
    first = seeds.first() if first is None else first
    begun, last = time.perf_counter(), first + count
    bundles = [
        range(start, min(start + _BUNDLE, last))
        for start in range(first, last, _BUNDLE)
    ]
    found = []
    with futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for bundle in pool.map(faulty, bundles):
            found += bundle
            for seed in bundle:
                print(f'a fault; again: {seeds.command(seed)}', flush=True)
    seconds = time.perf_counter() - begun
    print(
        f'{count - len(found):,} of {count:,} programs from seed {first} do '
        'after a retirement what they did, '
        f'each in {proof.RUNS} runs; {seconds:.0f} s'
    )
    if found:
        show(found[0])
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main(*map(int, sys.argv[1:])))
