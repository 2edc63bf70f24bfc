from os import path

import workarounds


def check(disk):
    try:
        disk.check()
    except OSError as error:
        disk.later(lambda: error)
        if workarounds.enabled('fsync'):
            disk.tell(error, path.sep)
    return disk.read()


def check_by_name(disk):
    error = None

    def show():
        return error

    try:
        disk.check()
    except OSError as error:
        disk.later(show)
        if workarounds.enabled('fsync'):
            disk.tell(error)
    return disk.read()


def check_below(disk):
    error = None
    try:
        disk.check()
    except OSError as error:
        if workarounds.enabled('fsync'):
            disk.tell(error)
    return error


def check_again(disk):
    try:
        disk.check()
    except OSError as error:
        if workarounds.enabled('fsync'):
            disk.tell(error)
    try:
        disk.check()
    except OSError as error:
        disk.tell(error)
    return disk.read()
