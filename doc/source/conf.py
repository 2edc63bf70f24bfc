# SPDX-License-Identifier: Apache-2.0
"""How the documentation is built."""

from importlib import metadata
import pathlib
import sys

sys.path.append(str(pathlib.Path(__file__).with_name('_ext')))

project = 'workarounds'
author = 'The workarounds developers'
copyright = '2026, the workarounds developers'
extensions = [
    'cliff.sphinxext',
    'diagnostics',
    'oslo_config.sphinxext',
    'reno.sphinxext',
    'sphinx.ext.autodoc',
    'workarounds.sphinxext',
]
release = version = metadata.version(project)
html_theme = 'furo'
html_title = f'{project} {release}'
html_static_path = ['_static']
html_css_files = ['docs.css']
exclude_patterns = ['examples/**']
autodoc_member_order = 'bysource'
autodoc_typehints = 'none'
nitpicky = False
# It would make one long dash of the two of an option.
smartquotes = False
# It is a part of the program, and not a plug-in of another one.
autoprogram_cliff_app_dist_name = 'workarounds'
man_pages = [
    (
        'reference/command',
        'workarounds',
        'report on temporary code for bugs in other software',
        '',
        1,
    )
]
