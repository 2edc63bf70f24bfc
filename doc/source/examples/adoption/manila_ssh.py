# SPDX-License-Identifier: Apache-2.0
"""A workaround of manila 23.0.1 that is applied while it is imported."""

import hashlib
from typing import Any

import workarounds

DECLARATIONS = [
    # manila/ssh_utils.py:40 to 55
    workarounds.Workaround(
        name='patch_paramiko_fingerprint',
        summary='Lets paramiko compute MD5 fingerprints under FIPS.',
        bugs=['https://github.com/paramiko/paramiko/pull/1928'],
        fix=workarounds.PackageFix(
            component='pypi:paramiko',
            version=workarounds.Undetermined(
                'manila 23.0.1 names the pull request and no version'
            ),
            bug='https://github.com/paramiko/paramiko/pull/1928',
        ),
        expires=workarounds.Unstated('manila 23.0.1 names no release'),
        enabled_by=workarounds.Always('manila patches any version'),
    ),
]
workarounds.register(*DECLARATIONS)


class PKey:
    """Stands for ``paramiko.pkey.PKey``."""

    def asbytes(self) -> bytes:
        """Return the key."""
        return b'key'

    def get_fingerprint(self) -> bytes:
        """Return the fingerprint; under FIPS, it raises a ValueError."""
        return hashlib.md5(self.asbytes()).digest()


def get_fingerprint(self: Any) -> bytes:
    """Return the same where FIPS forbids MD5 for what is to be secure."""
    return hashlib.md5(self.asbytes(), usedforsecurity=False).digest()


# No option is read, so that it may be asked before there is a configuration.
if workarounds.enabled('patch_paramiko_fingerprint'):
    PKey.get_fingerprint = get_fingerprint  # type: ignore[method-assign]  # the workaround


def main() -> None:
    """Print the fingerprint of a key."""
    print(PKey().get_fingerprint().hex())


if __name__ == '__main__':
    main()
