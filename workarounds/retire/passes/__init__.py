# SPDX-License-Identifier: Apache-2.0
"""The passes of a retirement, beside replacing reads of the workaround."""
