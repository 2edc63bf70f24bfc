# SPDX-License-Identifier: Apache-2.0
"""Python source as audit and retire read it; nothing is imported."""
