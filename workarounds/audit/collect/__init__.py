# SPDX-License-Identifier: Apache-2.0
"""Collection of declarations, reads and settings from source."""
