# SPDX-License-Identifier: Apache-2.0
"""The rewriting of one file; LibCST is used here alone."""
