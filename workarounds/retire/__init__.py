# SPDX-License-Identifier: Apache-2.0
"""Removal of a workaround from source, as if it were always off, or on."""
