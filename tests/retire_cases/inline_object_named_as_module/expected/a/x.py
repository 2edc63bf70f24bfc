def convert(utils):
    return 1 if utils.is_on() else 2
