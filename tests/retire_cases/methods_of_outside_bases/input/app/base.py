import argparse


class Parser(argparse.ArgumentParser):
    pass


class Driver:
    pass
