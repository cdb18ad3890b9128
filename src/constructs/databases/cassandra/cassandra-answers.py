#!/usr/bin/env python3
"""Answers the other members for as long as the pod lives, with what cassandra-answer.sh prints."""
import socketserver
import subprocess
import threading
import time

PORT = 7070
QUESTIONS = ("who", "ring")
# The server is asked for its ring once in so many seconds, however many ask.
KEPT_SECONDS = 3

lock = threading.Lock()
answers = {}


def answer(question):
    with lock:
        asked, text = answers.get(question, (float("-inf"), b""))
        if time.monotonic() - asked > KEPT_SECONDS:
            text = subprocess.run(["bash", "/scripts/cassandra-answer.sh", question], stdout=subprocess.PIPE, check=False).stdout
            answers[question] = (time.monotonic(), text)
        return text


class Handler(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self):
        question = self.rfile.readline(16).decode(errors="replace").strip()
        if question in QUESTIONS:
            self.wfile.write(answer(question))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(("", PORT), Handler) as server:
    server.serve_forever()
