# SPDX-License-Identifier: Apache-2.0
"""``python -m workarounds``: the command without its script."""

import sys

from workarounds import cli

if __name__ == '__main__':
    # Usage messages begin with this name.
    sys.argv[0] = 'workarounds'
    sys.exit(cli.main())
