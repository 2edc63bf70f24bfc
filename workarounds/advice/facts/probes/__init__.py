# SPDX-License-Identifier: Apache-2.0
"""The probes that come with the library."""
