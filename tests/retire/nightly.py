# SPDX-License-Identifier: Apache-2.0
"""Whether many programs, made by chance, do after a retirement what they did.

Run by ``tox -e nightly``. The arguments are the number of programs and the
seed of the first; the same seed makes the same program. Stops at the first
one that does something else, makes it as short as it can, and exits with 1.
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


def first_fault(seeds: range) -> int | None:
    """Return the seed of the first program that does something else."""
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        for seed in seeds:
            trial = proof.Trial.of(seed)
            if shrink.fault(trial, directory):
                return seed
    return None


def show(seed: int) -> None:
    """Print what is wrong with a program, and the shortest one like it."""
    trial = proof.Trial.of(seed)
    with tempfile.TemporaryDirectory() as name:
        trial, fault = shrink.shrink(trial, pathlib.Path(name))
    print(f'again: {seeds.command(seed)}')
    print(f'seed {seed}, {trial.name}, on: {trial.is_on}')
    print(f'{trial.source.decode()}\n{fault}')


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
    with futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed in pool.map(first_fault, bundles):
            if seed is not None:
                pool.shutdown(cancel_futures=True)
                show(seed)
                return 1
    seconds = time.perf_counter() - begun
    print(
        f'{count:,} programs from seed {first} do after a retirement what '
        f'they did, each in {proof.RUNS} runs; {seconds:.0f} s'
    )
    return 0


if __name__ == '__main__':
    sys.exit(main(*map(int, sys.argv[1:])))
