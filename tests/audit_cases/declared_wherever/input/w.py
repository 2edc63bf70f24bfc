from workarounds import enabled as is_on
