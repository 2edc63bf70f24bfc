# SPDX-License-Identifier: Apache-2.0
"""How the documentation is built."""

import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).with_name('_ext')))

project = 'workarounds'
author = 'The workarounds developers'
copyright = '2026, the workarounds developers'
extensions = [
    'cliff.sphinxext',
    'diagnostics',
    'openstackdocstheme',
    'oslo_config.sphinxext',
    'reno.sphinxext',
    'sphinx.ext.autodoc',
    'workarounds.sphinxext',
]
html_theme = 'openstackdocs'
openstackdocs_repo_name = 'workarounds'
openstackdocs_auto_name = False
openstackdocs_pdf_link = False
exclude_patterns = ['examples/**']
autodoc_member_order = 'bysource'
autodoc_typehints = 'none'
nitpicky = False
