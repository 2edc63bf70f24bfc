# SPDX-License-Identifier: Apache-2.0
"""Type checkers know the public names."""

import pathlib
import subprocess
import sys

import workarounds
from workarounds import audit
from workarounds import check
from workarounds import diagnostics

PROGRAM = pathlib.Path(__file__).with_name('public_api.py')


def test_a_program_of_a_user_is_type_checked() -> None:
    done = subprocess.run(
        [
            *(sys.executable, '-m', 'mypy', '--strict'),
            # What is wrong inside of the library is not the user's.
            *('--follow-imports=silent', '--no-error-summary', str(PROGRAM)),
        ],
        capture_output=True,
        check=False,
        cwd=PROGRAM.parents[2],
        text=True,
    )
    assert (done.stdout, done.returncode) == ('', 0)


def test_the_program_has_all_public_names() -> None:
    text = PROGRAM.read_text()
    wanted = {
        f'{module.__name__.rpartition(".")[2]}.{name}'
        for module in (workarounds, audit, check, diagnostics)
        for name in module.__all__
    } - FOR_RULES
    assert {name for name in wanted if name not in text} == set()


#: What the authors of rules take.
FOR_RULES = {
    'audit.RULES',
    'audit.Reference',
    'audit.check_file',
    'check.RULES',
    'diagnostics.Code',
    'diagnostics.Example',
    'diagnostics.Rule',
    'workarounds.exceptions',
}
