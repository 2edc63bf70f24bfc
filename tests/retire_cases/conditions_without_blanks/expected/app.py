def f(a):
    if (a):
        return(3)
    return[1]if (a) else[2]
