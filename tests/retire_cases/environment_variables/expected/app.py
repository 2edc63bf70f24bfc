def boot(machine):
    return machine.boot()
