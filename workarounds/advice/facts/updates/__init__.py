# SPDX-License-Identifier: Apache-2.0
"""Rows for data files, from what a machine has and from endoflife.date."""
