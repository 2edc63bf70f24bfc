# SPDX-License-Identifier: Apache-2.0
"""``python -m workarounds``: the command, where its script is not at hand."""

import sys

from workarounds import cli

if __name__ == '__main__':
    # Usage messages begin with it.
    sys.argv[0] = 'workarounds'
    sys.exit(cli.main())
