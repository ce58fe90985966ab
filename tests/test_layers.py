"""Imports go down only: a module may import its own layer and lower ones."""

import ast
from pathlib import Path

import framing

PACKAGE = Path(framing.__file__).parent
LAYERS = {
    "model": 0, "errors": 0, "output": 0, "data": 0, "frames": 0, "columns": 0, "saying": 0,
    "text": 1, "reading": 2, "annotation": 3, "comparison": 4, "profiles": 5, "charts": 6,
    "reporting": 7, "classroom": 7, "scale": 7, "studies": 7, "demo": 7,
    "validation": 7, "monitoring": 7, "manifest": 7, "cli": 8, "__init__": 8, "__main__": 9,
}  # fmt: skip


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The parts of framing that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] + [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            pieces = name.split(".")
            if pieces[0] == "framing" and len(pieces) > 1 and pieces[1] in LAYERS:
                found.add(pieces[1])
    return found


def upward(path: Path) -> list[str]:
    mine = LAYERS[part_of(path)]
    return [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for name in imports(path)
        if LAYERS[name] > mine
    ]


def test_every_module_has_a_layer():
    assert {part_of(path) for path in PACKAGE.rglob("*.py")} <= set(LAYERS)


def test_imports_go_down_only():
    assert [fault for path in PACKAGE.rglob("*.py") for fault in upward(path)] == []


def test_a_planted_upward_import_is_found(tmp_path, monkeypatch):
    planted = tmp_path / "annotation" / "voice.py"
    planted.parent.mkdir()
    planted.write_text("def f():\n    from framing.charts import slots\n")
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    assert upward(planted) == ["annotation/voice.py imports charts"]
