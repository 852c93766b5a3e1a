"""Formulas as far as the look-alike computes them: arithmetic of numbers. Everything else is `#NAME?`.

References to cells are not followed: nothing the program writes is a formula, and the user's own are
only kept, copied and overwritten as Google would.
"""

from __future__ import annotations

import ast
import math
import operator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_OPERATIONS: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_LONGEST = 200
"""characters; what is longer is nested too deeply perhaps"""
UNKNOWN = "#NAME?"
DIVIDED_BY_ZERO = "#DIV/0!"
TOO_LARGE = "#NUM!"
ERRORS = {UNKNOWN: "NAME", DIVIDED_BY_ZERO: "DIVIDE_BY_ZERO", TOO_LARGE: "NUM"}
"""what an erroneous cell shows, and the name of the error"""


def value_of(formula: str) -> float | str:
    """The value of a formula, or the error that its cell shows."""
    if len(formula) > _LONGEST:
        return UNKNOWN
    try:
        number = _number(ast.parse(formula.lstrip("=").strip(), mode="eval").body)
    except (SyntaxError, ValueError):
        return UNKNOWN
    except ZeroDivisionError:
        return DIVIDED_BY_ZERO
    return number if math.isfinite(number) else TOO_LARGE


def _number(node: ast.expr) -> float:
    if isinstance(node, ast.Constant) and type(node.value) in {int, float}:
        return float(str(node.value))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_number(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATIONS:
        return _OPERATIONS[type(node.op)](_number(node.left), _number(node.right))
    raise ValueError(ast.dump(node))
