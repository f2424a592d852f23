"""Every obstacle that a step can meet, read from the code of the rules and the actions."""

import ast
import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from types import ModuleType

from casework import action as machinery
from casework import rules as machinery_rules
from casework.papers import rules as paper_rules
from casework.rules import nothing_given
from stories.kinds import KindOfStory

MACHINERY = (machinery, machinery_rules, paper_rules)

STRANGER, MISSING_FACT = "stranger", "missing_fact"

ENTRY = "what is recorded must be true"
MAKERS = {
    "entry": ENTRY,
    "house": "house rule",
    "practice": "practice",
    "Fault": "house rule",
    "Wince": "practice",
    "Obstacle": "the machinery",
    "obstacle": "law",
}


@dataclass(frozen=True, slots=True)
class Known:
    """One obstacle: its key, its sentence with … for what varies, what it rests on, and where."""

    key: str
    sentence: str
    rests_on: str
    where: str


@dataclass(slots=True)
class Code:
    """What stands under one name: the obstacles made there, and the other names that it uses."""

    makes: list[Known] = field(default_factory=list)
    uses: set[str] = field(default_factory=set)


FROM_THE_STORY = (
    Known(
        STRANGER,
        "To this person the case does not exist.",
        "Table of permissions",
        "casework/action.py: judge",
    ),
    Known(
        MISSING_FACT,
        "The … cannot be written: the … is not known yet.",
        ENTRY,
        "casework/documents/missing.py: MissingFact",
    ),
)


@cache
def known(kind: KindOfStory) -> dict[str, list[Known]]:
    """Return every obstacle of a kind of case, by key: one for each place that makes it."""
    found: dict[str, list[Known]] = {}
    made = [*_made_anywhere(kind), *_texts_missing(kind, kind.rules), *FROM_THE_STORY]
    for obstacle in sorted(made, key=lambda each: (each.key, each.where, each.sentence)):
        rows = found.setdefault(obstacle.key, [])
        if obstacle not in rows:
            rows.append(obstacle)
    return found


@cache
def of_action(name: str, kind: KindOfStory) -> tuple[str, ...]:
    """Return the keys of the obstacles that an action can meet, in order of the alphabet."""
    functions = [name, *(_function(rule) for rule in kind.rules.get(name, ()))]
    keys = {key for function in functions for key in _reached(function, kind, frozenset())}
    return tuple(sorted(keys | {o.key for o in _texts_missing(kind, [name])}))


def _function(rule: Callable[..., object]) -> str:
    """Return the name under which a rule is written: a function within another has the outer's."""
    return rule.__qualname__.partition(".<locals>")[0].rpartition(".")[2]


def _made_anywhere(kind: KindOfStory) -> Iterator[Known]:
    for code in _code(kind).values():
        yield from code.makes


def _reached(function: str, kind: KindOfStory, seen: frozenset[str]) -> set[str]:
    """Return the keys made under a name and under those that it uses."""
    code = _code(kind).get(function)
    if code is None or function in seen:
        return set()
    deeper = [_reached(name, kind, seen | {function}) for name in code.uses]
    return {made.key for made in code.makes}.union(*deeper)


def _texts_missing(kind: KindOfStory, actions: Iterable[str]) -> Iterator[Known]:
    """Yield the obstacle for each text that these actions require."""
    for name in actions:
        for rule in kind.rules.get(name, ()):
            for text, called in inspect.getclosurevars(rule).nonlocals.get("names", ()):
                yield Known(f"{text}_missing", nothing_given(called), ENTRY, f"`{name}`")


def _modules(kind: KindOfStory) -> Iterator[ModuleType]:
    """Yield the modules in which obstacles are made: of a package, all of its modules."""
    for module in kind.modules:
        inside = vars(module).values() if hasattr(module, "__path__") else (module,)
        yield from (each for each in inside if isinstance(each, ModuleType))
    yield from MACHINERY


@cache
def _code(kind: KindOfStory) -> dict[str, Code]:
    """Return what stands under each name of the modules."""
    found: dict[str, Code] = {}
    for module in _modules(kind):
        where = module.__name__.replace(".", "/") + ".py"
        for node in ast.parse(inspect.getsource(module)).body:
            for name, part in _named(node):
                _read(part, f"{where}: {name}", found.setdefault(name, Code()), kind)
    return found


def _named(node: ast.stmt) -> Iterator[tuple[str, ast.AST]]:
    """Yield each function, method and constant with its name."""
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            yield from _named(inner)
    elif isinstance(node, ast.FunctionDef):
        yield node.name, node
    elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        yield node.targets[0].id, node


def _read(node: ast.AST, where: str, into: Code, kind: KindOfStory) -> None:
    rules_called = _rules_named(node, kind)
    into.uses |= {_name(each) for each in ast.walk(node)}
    for call in (each for each in ast.walk(node) if isinstance(each, ast.Call)):
        name = _name(call.func)
        texts = [_text(argument) for argument in call.args]
        if name in MAKERS and texts and texts[0].isidentifier():
            sentence = texts[2] if name == "Wince" else texts[1]
            rests_on = _rule_of(call, rules_called, kind) if name == "obstacle" else MAKERS[name]
            into.makes.append(Known(texts[0], sentence.replace("{word}", "…"), rests_on, where))


def _name(node: ast.AST) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


def _text(node: ast.expr) -> str:
    """Return the text of a literal, with … for what is filled in; nothing for other code."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "…" for part in node.values)
    if isinstance(node, ast.BinOp):
        return (_text(node.left) or "…") + (_text(node.right) or "…")
    return ""


def _rules_named(node: ast.AST, kind: KindOfStory) -> dict[str, str]:
    """Return which rule of the law each local name stands for: rule = p.regime.quorum."""
    named: dict[str, str] = {}
    for each in ast.walk(node):
        if isinstance(each, ast.Assign):
            target, value = each.targets[0], each.value
            pairs = [(target, value)]
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                pairs = list(zip(target.elts, value.elts, strict=True))
            named |= {
                left.id: rule
                for left, right in pairs
                if isinstance(left, ast.Name) and (rule := _of_law(right, kind))
            }
    return named


def _of_law(node: ast.expr, kind: KindOfStory) -> str:
    if isinstance(node, ast.Attribute) and getattr(node.value, "attr", "") in kind.law_called:
        return node.attr
    return ""


def _rule_of(call: ast.Call, named: dict[str, str], kind: KindOfStory) -> str:
    """Return the rule of the law on which an obstacle rests: `p.regime.quorum.obstacle(...)`."""
    maker = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    rule = _of_law(maker, kind) or named.get(getattr(maker, "id", ""), "")
    found = next(filter(None, (law.rule(rule) for law in reversed(kind.laws))), None)
    return f"{found.strength}: `{rule}`" if found else "law or guidance"
