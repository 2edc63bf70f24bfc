from workarounds import *
