# SPDX-License-Identifier: Apache-2.0
"""What other tools make of the cases of ``retire``.

Run by hand, with the directory that has ``ruff``, ``autoflake``, ``vulture``
and a Python with polyglot-piranha, and with a Python that has graph-sitter::

    python -m tests.bench.peers PEERS/bin GRAPH_SITTER/bin/python

It prints the table of the documentation. The cases are those of one module
whose every read is ``workarounds.enabled('name')``.
"""

import ast
from collections.abc import Callable
from collections.abc import Iterator
import csv
import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile

from tests.retire import flakes
from tests.retire import forced
from tests.retire import probing
from tests.retire.cases import Case
from tests.retire.cases import CASES
from tests.retire_cases import declarations
import workarounds

DECLARED = {
    declaration.name: declaration for declaration in declarations.DECLARATIONS
}
HEADER = [
    *('Tool', 'Parses', 'As expected', 'Constant condition left'),
    *('Name undefined or unused', 'Behaves otherwise'),
]
#: What changes the modules of a directory.
Change = Callable[[pathlib.Path], None]
#: Both change what ``reads.txt`` names in the working directory.
GRAPH_SITTER = """
import sys
from graph_sitter.core.codebase import Codebase
codebase = Codebase('.')
for line in open('reads.txt'):
    name, answer, read = line.strip().split(' ', 2)
    for call in codebase.get_file(name).function_calls:
        if call.source == read:
            call.reduce_condition(answer == 'True')
codebase.commit()
"""
PIRANHA = """
import pathlib, sys
from polyglot_piranha import execute_piranha, PiranhaArguments
from polyglot_piranha import Rule, RuleGraph
for line in open('reads.txt'):
    name, answer, read = line.strip().split(' ', 2)
    function, _, argument = read.rstrip(')').partition('(')
    rule = Rule(
        name='read',
        query=f'''((call function: (attribute) @function
            arguments: (argument_list (string) @name)) @call
            (#eq? @function "{function}") (#eq? @name "{argument}"))''',
        replace_node='call',
        replace=answer,
        groups={'replace_expression_with_boolean_literal'},
    )
    path = pathlib.Path(name)
    graph = RuleGraph(rules=[rule], edges=[])
    text = path.read_text()
    try:
        [changed] = execute_piranha(
            PiranhaArguments('python', code_snippet=text, rule_graph=graph)
        )
        path.write_text(changed.content)
    except BaseException as error:
        # A panic, where its result does not parse.
        print(name, error)
"""


@dataclasses.dataclass(frozen=True)
class Sample:
    """A case of one module."""

    case: Case
    before: str
    expected: str

    @property
    def file(self) -> str:
        """The name of its module among those of the others."""
        return f'{self.case.path.name}.py'

    @property
    def read(self) -> str:
        """The call that asks."""
        return f"workarounds.enabled('{self.case.name}')"

    @property
    def answer(self) -> str:
        """What the call always returns."""
        return str(self.case.keep_behaviour)


def samples() -> Iterator[Sample]:
    """Return the cases that every tool can be given."""
    for case in CASES:
        files = [path for path in case.input.rglob('*') if path.is_file()]
        declared = DECLARED.get(case.name)
        if not (
            isinstance(declared, workarounds.Workaround)
            and len(files) == 1
            and re.fullmatch(r'(?!test_).*\.py', files[0].name)
            and not case.leftovers
        ):
            continue
        expected = case.expected / files[0].relative_to(case.input)
        if case.python != '3.11' or not files[0].read_bytes().isascii():
            continue
        sample = Sample(case, files[0].read_text(), expected.read_text())
        rest = sample.before.replace(sample.read, '')
        names = {case.name, declared.option or case.name}
        if rest != sample.before and not any(name in rest for name in names):
            yield sample


def run(*command: str | pathlib.Path, cwd: pathlib.Path) -> str:
    """Run a tool, whatever it returns; return what it prints."""
    done = subprocess.run(
        command, check=False, capture_output=True, cwd=cwd, text=True
    )
    return done.stdout


def without_imports(text: str) -> str:
    """Return the tree of a module, without its imports."""

    class Remover(ast.NodeTransformer):
        def visit_Import(self, node: ast.Import) -> None:
            pass

        def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
            pass

    return ast.dump(Remover().visit(ast.parse(text)))


def has_constant_condition(text: str) -> bool:
    """Return whether a condition, or a part of one, is True or False."""
    for node in ast.walk(ast.parse(text)):
        parts: list[ast.expr] = []
        if isinstance(node, ast.If | ast.IfExp):
            parts = [node.test]
        elif isinstance(node, ast.BoolOp):
            parts = node.values
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            parts = [node.operand]
        if any(
            isinstance(part, ast.Constant) and isinstance(part.value, bool)
            for part in parts
        ):
            return True
    return False


def warnings(text: str) -> set[str]:
    """Return what pyflakes says, other than of imports."""
    messages = (
        message.message % message.message_args
        for message in flakes.flakes(text.encode())
    )
    return {message for message in messages if 'import' not in message}


def behaves(sample: Sample, text: str) -> bool:
    """Return whether a module does what the input did."""
    answers = forced.Answers.of(
        DECLARED[sample.case.name], is_on=sample.case.keep_behaviour
    )
    with tempfile.TemporaryDirectory() as name:
        [file] = sample.case.input.rglob('*.py')
        path = pathlib.Path(name, file.relative_to(sample.case.input))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        for seed in range(8):
            before = probing.behaviour(sample.case.input, answers, seed)
            try:
                after = probing.behaviour(pathlib.Path(name), answers, seed)
            except Exception:
                return False
            if {name: before.get(name) for name in after} != after:
                return False
    return True


def row(tool: str, directory: pathlib.Path, given: list[Sample]) -> list[str]:
    """Return the row of a tool that has changed the modules."""
    counts = dict.fromkeys(HEADER[1:], 0)
    for sample in given:
        text = (directory / sample.file).read_text()
        try:
            ast.parse(text)
        except SyntaxError:
            continue
        is_same = without_imports(text) == without_imports(sample.expected)
        counts['Parses'] += 1
        counts['As expected'] += is_same
        counts['Constant condition left'] += has_constant_condition(text)
        new = warnings(text) - warnings(sample.before)
        counts['Name undefined or unused'] += bool(new)
        counts['Behaves otherwise'] += not behaves(sample, text)
    return [tool, *map(str, counts.values())]


def by_hand(directory: pathlib.Path, given: list[Sample]) -> None:
    """Replace each read, as a person would before anything else."""
    for sample in given:
        path = directory / sample.file
        read = re.escape(sample.read)
        # No blank may be needed after a parenthesis; after a name, it is.
        text = re.sub(rf'{read}(?=\w)', f'{sample.answer} ', path.read_text())
        path.write_text(text.replace(sample.read, sample.answer))


def main(peers: pathlib.Path, graph_sitter: pathlib.Path) -> None:
    """Print the table."""
    given = list(samples())

    def ruff(directory: pathlib.Path) -> None:
        select = ['--select', 'F,SIM,RET,PLR,PIE,UP', '--ignore', 'PLR2004']
        fix = ['--fix', '--unsafe-fixes', '--isolated']
        run(peers / 'ruff', 'check', *fix, *select, '.', cwd=directory)

    def autoflake(directory: pathlib.Path) -> None:
        options = ['--remove-all-unused-imports', '--remove-unused-variables']
        run(peers / 'autoflake', '-i', *options, '-r', '.', cwd=directory)

    def vulture(directory: pathlib.Path) -> None:
        # It only reports.
        printed = run(peers / 'vulture', '.', cwd=directory)
        reported = {
            line.partition(':')[0]
            for line in printed.splitlines()
            if 'unsatisfiable' in line or 'unreachable' in line
        }
        print(f'vulture: {len(reported)} modules', file=sys.stderr)

    def piranha(directory: pathlib.Path) -> None:
        run(peers / 'python', '-c', PIRANHA, cwd=directory)

    def reduce(directory: pathlib.Path) -> None:
        run(graph_sitter, '-c', GRAPH_SITTER, cwd=directory)

    def retire(directory: pathlib.Path) -> None:
        # The tests of the cases assert that this is what it makes.
        for sample in given:
            (directory / sample.file).write_text(sample.expected)

    tools: list[tuple[str, bool, list[Change]]] = [
        ('the read replaced by hand', True, []),
        ('vulture', True, [vulture]),
        ('autoflake', True, [autoflake]),
        ('ruff', True, [ruff]),
        ('polyglot-piranha', False, [piranha]),
        ('graph-sitter', False, [reduce]),
        ('graph-sitter, then ruff', False, [reduce, ruff]),
        ('``workarounds retire``', False, [retire]),
    ]
    table = csv.writer(sys.stdout, lineterminator='\n')
    table.writerow([f'{HEADER[0]} ({len(given)} modules)', *HEADER[1:]])
    for tool, is_by_hand, changes in tools:
        with tempfile.TemporaryDirectory() as name:
            directory = pathlib.Path(name)
            for sample in given:
                (directory / sample.file).write_text(sample.before)
            if is_by_hand:
                by_hand(directory, given)
            (directory / 'reads.txt').write_text(
                ''.join(
                    f'{sample.file} {sample.answer} {sample.read}\n'
                    for sample in given
                )
            )
            # graph-sitter reads what git knows.
            run('git', 'init', '--quiet', cwd=directory)
            run('git', 'add', '.', cwd=directory)
            for change in changes:
                change(directory)
            table.writerow(row(tool, directory, given))


if __name__ == '__main__':
    main(*map(pathlib.Path, sys.argv[1:]))
