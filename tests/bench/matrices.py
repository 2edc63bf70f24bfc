# SPDX-License-Identifier: Apache-2.0
"""How the time of a matrix grows with the number of workarounds.

Run by ``tox -e bench``. All figures of one run are of the same machine in the
same state; compare them with each other and with nothing else.
"""

import datetime
import time

from workarounds.advice.evaluate import matrix as evaluate_matrix
from workarounds.advice.facts.dataset import Component
from workarounds.advice.facts.dataset import Dataset
from workarounds.advice.facts.platforms import Platform
from workarounds.advice.facts.platforms import Shipped
from workarounds.advice.render import page
from workarounds.declarations.declaration import Workaround
from workarounds.declarations.fixes import Package
from workarounds.declarations.fixes import PackageFix
from workarounds.declarations.registry import Registry

SIZES = (1_250, 2_500, 5_000, 10_000)
PLATFORMS = [f'debian:{number}' for number in range(20)]
AS_OF = datetime.date(2026, 11, 23)
REPEATED = 3


def dataset() -> Dataset:
    """Make platforms of which each ships another version."""
    return Dataset(
        components={'qemu': Component('QEMU')},
        platforms={
            name: Platform(name, name, 'dpkg', 'a benchmark')
            for name in PLATFORMS
        },
        ships={
            'qemu': {
                name: Shipped(f'{number}.0', 'qemu', 'a benchmark')
                for number, name in enumerate(PLATFORMS)
            }
        },
    )


def registry(size: int) -> Registry:
    """Declare workarounds whose fixes are in many different versions."""
    return Registry(
        *(
            Workaround(
                name=f'workaround_{number}',
                summary='Works around.',
                bugs=['https://bugs.example.org/1'],
                fix=PackageFix(
                    component='qemu',
                    version=f'{number % 20}.{number % 7}',
                    packages={
                        PLATFORMS[number % 20]: Package(
                            name='qemu', fixed_in=f'1:{number % 20}.1-1'
                        )
                    },
                ),
                expires='35.0.0',
            )
            for number in range(size)
        )
    )


def main() -> None:
    """Time matrices of growing size, the best of several runs each."""
    facts = dataset()
    print(f'{"workarounds":>11}  {"matrix":>8}  {"page":>8}  us per cell')
    for size in SIZES:
        declared = registry(size)
        building, rendering = [], []
        for _ in range(REPEATED):
            begun = time.perf_counter()
            matrix = evaluate_matrix.build(
                declared,
                facts,
                service=None,
                service_version=None,
                as_of=AS_OF,
            )
            built = time.perf_counter()
            page.render(matrix)
            building.append(built - begun)
            rendering.append(time.perf_counter() - built)
        cells = size * len(PLATFORMS)
        print(
            f'{size:>11,}  {min(building):>6.2f} s  {min(rendering):>6.2f} s  '
            f'{min(building) / cells * 1e6:>11.1f}'
        )


if __name__ == '__main__':
    main()
