# SPDX-License-Identifier: Apache-2.0
"""Package managers that run a script of the test, and record their calls."""

import dataclasses
import pathlib

from workarounds.advice.facts.machine import Machine
from workarounds.advice.facts.probing import Probe

IMG = '/usr/bin/qemu-img'


@dataclasses.dataclass(frozen=True)
class Fake:
    """A replacement of a real package manager.

    :param program: name of the program
    :param probe: probe that asks it
    :param database: file that the probe looks for below a root
    """

    program: str
    probe: Probe
    database: str

    def make_root(self, directory: pathlib.Path) -> pathlib.Path:
        """Make a system that has a database."""
        path = directory / 'root' / self.database
        path.parent.mkdir(parents=True)
        path.touch()
        return directory / 'root'

    def ask(
        self,
        root: pathlib.Path,
        text: str,
        *questions: str,
        timeout: float = 5,
    ) -> dict[str, object]:
        """Ask a package manager that is a shell script."""
        path = self.path(root)
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" >> {path.parent}/asked\n{text}\n'
        )
        path.chmod(0o755)
        environ = {'PATH': f'{path.parent}:/usr/bin'}
        machine = Machine(str(root), environ, timeout)
        return dict(self.probe(questions, machine))

    def path(self, root: pathlib.Path) -> pathlib.Path:
        return root.parent / 'bin' / self.program


def asked(root: pathlib.Path) -> list[str]:
    """Return the arguments that it got, one after the other."""
    return (root.parent / 'bin/asked').read_text().splitlines()


def says(*lines: str, code: int = 0) -> str:
    """Return the text of one that says some lines and ends."""
    text = '\n'.join(lines)
    return f"cat <<'END'\n{text}\nEND\nexit {code}"
