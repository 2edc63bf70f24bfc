# SPDX-License-Identifier: Apache-2.0
"""What differs in a function, in a few words, as a person reads it.

By the option, then by the last part of the name of a function.
"""

_BOTH = 'sets both values'
_SAME_NAME = 'an attribute of the same name'
_CELLS = 'people removed cells v1 too'
_ASSERTS = 'asserts, then sets the other value'
_CLASS = 'people removed the class'
_POINTER = 'people set another option instead'
_WARNING = 'people removed a warning too'
_EMPTY = 'is empty now; people removed it'
_BY_THE_WAY = 'people removed the setting alone'
_STORED = 'a test stores the attribute'

NOTES = {
    'enable_consoleauth': {
        '_delete': _CELLS,
        'live_migrate': _CELLS,
        '_test_live_migrate': _CELLS,
        '_test_delete': _CELLS,
        '_get_connect_info': _CELLS,
        'test_vnc_console': _BOTH,
        'test_spice_console': _BOTH,
        'test_rdp_console': _BOTH,
        'test_live_migrate': _BOTH,
        'test_live_migrate_with_not_forced_host': _BOTH,
        'test_live_migrate_with_forced_host': _BOTH,
        'test_delete_in_resized': _BOTH,
        'test_delete_shelved_offloaded': _BOTH,
        'test_delete_shelved_exception': _BOTH,
        'test_delete_soft': _BOTH,
        'test_get_console_connect_info': _BOTH,
        'test_get_console_connect_info_token_not_found': _BOTH,
        'test_get_console_connect_info_nonrdp_console_type': _BOTH,
    },
    'require_agent_token': {
        'get_all': 'people left another condition',
        'test_heartbeat_with_agent_token': _BY_THE_WAY,
        'test_heartbeat_invalid_agent_token': _BY_THE_WAY,
        'test_heartbeat_invalid_agent_token_older_version': _BY_THE_WAY,
        'test_heartbeat_invalid_newer_version': _BY_THE_WAY,
        'warn_about_agent_token_deprecation': _EMPTY,
    },
    'use_usb_tablet': {
        'test_get_guest_config_with_vnc_and_tablet': _POINTER,
        'test_get_guest_config_with_spice_and_tablet': _POINTER,
        'test_get_guest_config_with_spice_and_agent': _POINTER,
        'test_get_guest_pointer_model_usb_tablet': _POINTER,
    },
    'disable_native_luksv1': {'test_allow_native_luksv1': _ASSERTS},
    'rbd_volume_local_attach': {
        'connect_volume': _EMPTY,
        'disconnect_volume': _EMPTY,
        '_get_block_config': 'has no use any more; people left it',
    },
    'query_placement_for_availability_zone': {
        '__init__': _CLASS,
        'setUp': _CLASS,
    },
    'use_forwarded_for': {'test_logs_requests': _ASSERTS},
    'enable_image_import': {
        'stage': 'people look at another option instead',
        '__init__': _SAME_NAME,
        'setUp': _SAME_NAME,
        'test_version_configurations_EXPERIMENTAL': _SAME_NAME,
        'test_v2_api_configuration_EXPERIMENTAL': _SAME_NAME,
        'test_v1_api_configuration_EXPERIMENTAL': _SAME_NAME,
    },
    'enable_v1_api': {
        'root_app_factory': 'people removed what follows too',
        '__init__': _SAME_NAME,
        'test_version_configurations_EXPERIMENTAL': _SAME_NAME,
        'test_v2_api_configuration': _SAME_NAME,
        'test_v2_api_configuration_EXPERIMENTAL': _SAME_NAME,
        'test_v1_api_configuration': _SAME_NAME,
        'test_v1_api_configuration_EXPERIMENTAL': _SAME_NAME,
    },
    'enable_v2_api': {
        '__init__': _SAME_NAME,
        'test_v2_api_configuration': _SAME_NAME,
        'test_v2_not_enabled': _SAME_NAME,
        'test_v2_enabled': _SAME_NAME,
    },
    'use_veth_interconnection': {
        '_build_agent': 'sets a computed value',
        '__init__': _STORED,
        'setup_physical_bridges': _STORED,
        'test_setup_physical_bridges_using_veth_interconnection': _STORED,
    },
    'live_migration_events': {
        'test_get_device_details_migrating_to_host': _BOTH,
    },
    'keepalived_use_no_track': {
        'build_config': _WARNING,
        'setUp': 'sets the other value for a class',
    },
}
