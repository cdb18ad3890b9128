#!/bin/sh
# Runs when the pod is to end. New clients are led to the others within some seconds. Then transactions that run come to their end, and all clients are
# disconnected: SIGTERM, which comes after this, would wait for clients that never leave.
sleep 5
kill -INT 1
while kill -0 1; do sleep 1; done
