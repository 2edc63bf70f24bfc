import ast

import workarounds


class Visitor(ast.NodeVisitor):
    def visit_Name(self, node):
        return 1

    def go(self, node):
        if workarounds.enabled('fsync'):
            self.visit_Name(node)
        return self.visit(node)
