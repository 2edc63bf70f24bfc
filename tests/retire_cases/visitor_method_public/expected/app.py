import ast


class Visitor(ast.NodeVisitor):
    def visit_Name(self, node):
        return 1

    def go(self, node):
        return self.visit(node)
