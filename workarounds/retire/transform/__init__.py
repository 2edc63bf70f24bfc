# SPDX-License-Identifier: Apache-2.0
"""Rewriting of one file; the only package that uses LibCST."""
