# SPDX-License-Identifier: Apache-2.0
"""What source says of workarounds: declarations, reads, settings."""
