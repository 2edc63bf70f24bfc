import workarounds
import workarounds as w
from workarounds import enabled
from workarounds import enabled as is_on
from workarounds import (
    param as tune,
    value as value_of,
)


def module():
    return workarounds.enabled('flush')


def module_by_another_name():
    return w.enabled('flush')


def function():
    return enabled('flush')


def function_by_another_name():
    return not is_on('flush')


def functions_of_several_lines():
    return value_of('flush') or tune('flush', 'delay')


def imported_inside():
    import workarounds as inside
    from workarounds import enabled as inside_too
    return inside.enabled('flush') or inside_too('flush')


def bound_to_a_name():
    ask = workarounds.enabled
    return ask('flush')


def bound_to_a_name_of_a_name():
    ask_w = w.enabled
    ask_again = ask_w
    return ask_again('flush')


def by_getattr():
    return getattr(workarounds, 'enabled')('flush')
