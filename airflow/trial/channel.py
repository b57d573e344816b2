"""A chat channel's webhook on loopback; keeps what is posted to it."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Channel:
    """Listens from `with` to its end."""

    def __init__(self) -> None:
        self.posted: list[str] = []
        posted = self.posted

        class Webhook(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"])))["text"])
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Webhook)

    def __enter__(self) -> Channel:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/hook"

    def said(self, words: str) -> str | None:
        """The first message with these words."""
        return next((text for text in self.posted if words in text), None)
