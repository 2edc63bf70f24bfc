# SPDX-License-Identifier: Apache-2.0
"""A matrix as a page, or as a table for a page."""

import argparse

from workarounds.advice.render import page
from workarounds.advice.render import rst
from workarounds.cli import documents


class Html(documents.Document):
    """A matrix as one page for a browser."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the page."""
        return page.render(parsed_args.matrix)


class Rst(documents.Document):
    """A matrix as a table in reStructuredText."""

    def render(self, parsed_args: argparse.Namespace) -> str:
        """Return the table."""
        return rst.table(parsed_args.matrix)
