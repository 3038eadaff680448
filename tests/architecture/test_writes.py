# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every write is an action: keyword-only, `by` and `at`, in a room's `actions`."""

from __future__ import annotations

import ast

from tests.architecture.source import decorator_names, modules

QUERYSET_WRITES = {
    "create", "bulk_create", "update_or_create", "get_or_create", "bulk_update", "acreate",
}  # fmt: skip
# the ground every action stands on, and the queue's own wake-ups
WRITERS_BY_NATURE = {"ground.privacy.audit"}


def _is_manager_chain(node: ast.expr) -> bool:
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            return True
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def _is_write(node: ast.Call) -> bool:
    if not isinstance(node.func, ast.Attribute):
        return False
    name = node.func.attr
    if _is_manager_chain(node.func.value):
        return name in QUERYSET_WRITES | {"update", "delete"}
    # `image.save(buffer)` takes where to; `row.save()` and `row.save(update_fields=…)` do not
    return name == "save" and not node.args


def test_rows_are_written_in_actions_only():
    found = [
        f"{module.place}:{node.lineno} {ast.unparse(node.func)}"
        for module in modules()
        if not module.is_in_layer("actions") and module.name not in WRITERS_BY_NATURE
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _is_write(node)
    ]
    assert found == []


def _public_functions():
    for module in modules():
        if not module.is_in_layer("actions"):
            continue
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield module, node


def test_every_action_takes_by_and_at_by_keyword():
    found = []
    for module, function in _public_functions():
        if "action" not in decorator_names(function):
            continue
        arguments = function.args
        names = {argument.arg for argument in arguments.kwonlyargs}
        if arguments.args or arguments.posonlyargs or not {"by", "at"} <= names:
            found.append(f"{module.place}:{function.lineno} {function.name}")
    assert not found


def test_no_models_are_saved_by_overrides_or_django_signals():
    found = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                overrides = {n.name for n in node.body if isinstance(n, ast.FunctionDef)}
                if overrides & {"save", "delete"} and module.is_in_layer("models"):
                    found.append(f"{module.place}:{node.lineno} {node.name} overrides save/delete")
            if isinstance(node, ast.ImportFrom) and node.module == "django.db.models.signals":
                found.append(f"{module.place}:{node.lineno} imports Django signals")
    assert not found
