# SPDX-License-Identifier: Apache-2.0
"""The rules of the audit, each in a file of its own."""
