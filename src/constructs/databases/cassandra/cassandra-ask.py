#!/usr/bin/env python3
"""Asks another member of the ring: HOST QUESTION. Prints its answer."""
import socket
import sys

PORT = 7070

with socket.create_connection((sys.argv[1], PORT), timeout=2) as connection:
    # Longer than the other one waits for its nodetool.
    connection.settimeout(36)
    connection.sendall((sys.argv[2] + "\n").encode())
    while True:
        part = connection.recv(65536)
        if not part:
            break
        sys.stdout.buffer.write(part)
