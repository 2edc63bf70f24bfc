from workarounds import *
Workaround(name='by_a_star', expires='35.0.0')
