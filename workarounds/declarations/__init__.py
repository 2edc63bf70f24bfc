# SPDX-License-Identifier: Apache-2.0
"""What is declared: workarounds, their toggles, fixes and expiries."""
