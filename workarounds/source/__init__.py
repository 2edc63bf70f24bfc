# SPDX-License-Identifier: Apache-2.0
"""Reading of Python source for audit and retire; nothing is imported."""
