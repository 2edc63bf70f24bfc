# SPDX-License-Identifier: Apache-2.0
"""The extra ``tools``, whose packages the subcommands need."""

from importlib import metadata
import shlex
import sys


def install_command() -> str:
    """Return the shell command that installs the packages of the extra.

    The command names each package, because pip may not find this library by
    its name.
    """
    try:
        requirements = metadata.requires('workarounds') or []
    except metadata.PackageNotFoundError:
        requirements = []
    packages = [
        requirement.partition(';')[0].strip()
        for requirement in requirements
        if 'extra == "tools"' in requirement.replace("'", '"')
    ]
    return shlex.join([sys.executable, '-m', 'pip', 'install', *packages])
