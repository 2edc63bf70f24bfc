# SPDX-License-Identifier: Apache-2.0
"""How the release notes are built on their own."""

project = 'workarounds'
author = 'The workarounds developers'
copyright = '2026, the workarounds developers'
extensions = ['reno.sphinxext']
html_theme = 'furo'
