# SPDX-License-Identifier: Apache-2.0
"""Refuse to build a wrong version; pbr does the rest, see setup.cfg."""

import os
import subprocess

import setuptools

CURE = (
    'Build from an sdist or a clone of the repository, or give the version: '
    'PBR_VERSION=1.0.0'
)


def git(*arguments: str) -> str:
    """Return what git prints about this directory."""
    return subprocess.run(  # noqa: S603
        ['git', *arguments],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()


def find_problem() -> str | None:
    """Return why pbr cannot find out the version, ``None`` if it can.

    In a shallow clone, pbr would silently count too few commits, and in a copy
    inside another repository the commits of that one. pre-commit and many CI
    services make shallow clones, so the missing commits are fetched.
    """
    if os.environ.get('PBR_VERSION') or os.path.exists('PKG-INFO'):
        return None
    try:
        top = git('rev-parse', '--show-toplevel')
        if not os.path.samefile(top, '.'):
            return (
                f'this directory is not a clone, but inside the one in {top}'
            )
        is_shallow = git('rev-parse', '--is-shallow-repository') == 'true'
        if is_shallow and not git('tag', '--points-at', 'HEAD'):
            git('fetch', '--quiet', '--unshallow', '--tags')
    except FileNotFoundError:
        return 'git is not installed'
    except subprocess.CalledProcessError as error:
        return f'{" ".join(error.cmd)}: {error.stderr.strip()}'
    return None


problem = find_problem()
if problem:
    raise SystemExit(f'The version is not known: {problem}. {CURE}')
setuptools.setup(pbr=True)
