# SPDX-License-Identifier: Apache-2.0
"""What is known of hosts, platforms, services and fixes."""
