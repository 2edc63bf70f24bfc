# SPDX-License-Identifier: Apache-2.0
"""What ``workarounds audit`` finds in code of one subject."""
