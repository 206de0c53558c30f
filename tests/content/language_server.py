"""yaml-language-server, spoken to over its standard input and output: what it complains of in files, and what it offers."""

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any


class LanguageServer:
    """One running server with a workspace. `with` starts and ends it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.asked = folder, 0

    def __enter__(self) -> "LanguageServer":
        command = ["yaml-language-server", "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        root = {"uri": self.folder.as_uri(), "name": "content"}
        self.ask("initialize", {"processId": None, "rootUri": root["uri"], "workspaceFolders": [root], "capabilities": {}})
        self.tell("initialized", {})
        settings = {"yaml": {"validate": True, "schemaStore": {"enable": False}, "completion": True, "hover": True}}
        self.tell("workspace/didChangeConfiguration", {"settings": settings})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                stream.close()

    def complaints(self, path: Path) -> list[tuple[int, str]]:
        """(line from 1, message) of each complaint about a file."""
        document = {**_named(path), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri():
                return [(row["range"]["start"]["line"] + 1, row["message"]) for row in message["params"]["diagnostics"]]

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is said of the word at a place, from 1."""
        found = self.ask("textDocument/hover", {"textDocument": _named(path), "position": {"line": line - 1, "character": column - 1}})
        return str(found["contents"]["value"]) if found else ""

    def tell(self, method: str, params: object) -> None:
        self._write({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self.asked += 1
        self._write({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _write(self, message: dict[str, object]) -> None:
        assert self.process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message; questions of the server's own are answered with nothing."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has gone"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "id" in message and "method" in message:
            self._write({"id": message["id"], "result": None})
        return message


def _named(path: Path) -> dict[str, str]:
    return {"uri": path.as_uri()}
