# SPDX-License-Identifier: Apache-2.0
"""Assessments as text, pages and actions."""
