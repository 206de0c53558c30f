"""The arrows of the architecture: which ring may import which. Written first; it reads every file's imports."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "gwr_docs"

KERNEL = {"units", "records", "diagnostics", "archive"}
RINGS: dict[str, set[str]] = {  # ring -> rings it may import; its own ring is always allowed unless it is a stranger to itself
    "units": set(),
    "records": set(),
    "diagnostics": {"records"},
    "archive": set(),
    "model": KERNEL,
    "content": KERNEL | {"model"},
    "theme": KERNEL | {"model"},
    # Trust begins at the model: who plans, sets and writes knows nothing of YAML.
    "documents": KERNEL | {"model", "theme"},
    "typeset": KERNEL | {"model", "theme", "documents"},
    "writers": KERNEL | {"model", "theme", "documents", "typeset"},
    "builder": KERNEL | {"model", "content", "theme", "documents", "typeset", "writers"},
    "cli": KERNEL | {"model", "content", "theme", "documents", "typeset", "writers", "builder"},
    "__init__": set(),
    "__main__": {"cli"},
}
WRITERS = {"docx", "pptx", "pdf"}
OUTSIDE = {  # a library that only these places may import
    "yaml": {"content"},
    "pydantic": {"content"},
    "docx": {"writers.docx"},
    "pptx": {"writers.pptx"},
    "reportlab": {"writers.pdf"},
    "xlsxwriter": {"writers.ooxml"},
    "fontTools": {"writers.docx"},
    "lxml": {"writers.docx", "writers.pptx", "writers.ooxml"},
    "click": {"cli"},
    "segno": {"documents.qr"},
}
PURE = {"model", "content", "documents", "typeset", "writers"}  # bytes and dates enter as arguments
OUTER_WORLD = {"os", "pathlib", "time", "shutil", "tempfile", "subprocess", "socket", "urllib", "importlib", "random"}


def modules() -> dict[str, ast.Module]:
    """Dotted name below gwr_docs -> syntax tree."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = list(path.relative_to(SOURCE).with_suffix("").parts)
        if parts[-1] == "__init__" and len(parts) > 1:
            parts.pop()
        found[".".join(parts)] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "absolute imports only, so that every edge is seen"
            assert node.module is not None
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_ring_is_known() -> None:
    assert {name.split(".")[0] for name in modules()} <= set(RINGS)


def test_rings_import_inward_only() -> None:
    wrong = []
    for name, tree in modules().items():
        ring = name.split(".")[0]
        for imported in imports(tree):
            if imported.startswith("gwr_docs."):
                target = imported.split(".")[1]
                if target != ring and target not in RINGS[ring] and target != "__version__":
                    wrong.append(f"{name} imports {imported}")
    assert wrong == []


def test_writers_are_strangers_to_each_other() -> None:
    wrong = []
    for name, tree in modules().items():
        parts = name.split(".")
        if parts[0] != "writers" or len(parts) < 2:
            continue
        others = (WRITERS - {parts[1]}) | ({"ooxml"} if parts[1] == "pdf" else set())
        wrong += [f"{name} imports {i}" for i in imports(tree) if any(i.startswith(f"gwr_docs.writers.{o}") for o in others)]
    assert wrong == []


def test_each_library_has_one_home() -> None:
    wrong = []
    for name, tree in modules().items():
        for imported in imports(tree):
            homes = OUTSIDE.get(imported.split(".")[0])
            if homes is not None and not any(name == home or name.startswith(home + ".") for home in homes):
                wrong.append(f"{name} imports {imported}")
    assert wrong == []


def test_pure_rings_do_not_reach_for_the_outer_world() -> None:
    wrong = [
        f"{name} imports {imported}"
        for name, tree in modules().items()
        if name.split(".")[0] in PURE
        for imported in imports(tree)
        if imported.split(".")[0] in OUTER_WORLD
    ]
    assert wrong == []


def test_heavy_libraries_are_not_imported_with_the_command_line() -> None:
    import subprocess
    import sys

    heavy = "docx pptx reportlab pydantic yaml lxml xlsxwriter segno"
    code = f"import sys, gwr_docs.cli; sys.exit(' '.join(m for m in {heavy.split()!r} if m in sys.modules) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_functions_and_files_stay_small() -> None:
    long = [
        f"{name}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno and node.end_lineno - node.lineno + 1 > 50
    ]
    assert long == []
    files = [path for path in SOURCE.rglob("*.py") if path.name != "__init__.py"]
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    assert sizes[len(sizes) // 2] <= 130
    assert sizes[-1] <= 350
