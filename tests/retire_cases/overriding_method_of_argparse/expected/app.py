import argparse


class Parser(argparse.ArgumentParser):
    def _check_value(self, action, value):
        return value

    def run(self):
        return self.parse_args()
