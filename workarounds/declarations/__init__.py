# SPDX-License-Identifier: Apache-2.0
"""Declarations: workarounds, their toggles, fixes and expiries."""
