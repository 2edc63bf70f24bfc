# SPDX-License-Identifier: Apache-2.0
"""The ``workarounds`` command."""

from collections.abc import Sequence
import os
import sys

from workarounds.cli import extra


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command, or report how to install what it needs.

    :param argv: the arguments, those of the process if left out
    :returns: 0 nothing to report, 1 findings, 2 wrong usage or unreadable
        input, 255 an internal error
    """
    try:
        if '_ARGCOMPLETE' in os.environ:
            from workarounds.cli import completion

            completion.complete()
        from workarounds.cli import app
    except ModuleNotFoundError as error:
        if (error.name or '').partition('.')[0] == 'workarounds':
            raise
        print(
            f'workarounds: the command needs {error.name}; install it with: '
            f'{extra.install_command()}',
            file=sys.stderr,
        )
        return 2
    return app.run(sys.argv[1:] if argv is None else argv)
