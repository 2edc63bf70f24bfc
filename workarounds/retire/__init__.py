# SPDX-License-Identifier: Apache-2.0
"""Rewriting source as if a workaround were off, or on, for good."""
