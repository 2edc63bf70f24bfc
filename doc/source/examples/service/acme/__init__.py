# SPDX-License-Identifier: Apache-2.0
"""A service that has a workaround."""
