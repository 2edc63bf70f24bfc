# SPDX-License-Identifier: Apache-2.0
"""Catalogues: declarations published under an entry point, data only."""
