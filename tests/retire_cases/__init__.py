# SPDX-License-Identifier: Apache-2.0
"""What ``workarounds retire`` makes of each shape of code."""
