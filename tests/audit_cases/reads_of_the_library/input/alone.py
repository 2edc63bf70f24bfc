from workarounds import enabled as it_alone


def nothing_else_names_the_library():
    return it_alone('flush')
