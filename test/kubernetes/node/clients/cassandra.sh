#!/bin/bash
# Writes rows to Cassandra at consistency QUORUM, one after the other. Needs DATABASE, a host, and PASSWORD.
PYTHONPATH=/python exec python3 -u - <<'PYTHON'
import os
import time

from cassandra import ConsistencyLevel
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import EXEC_PROFILE_DEFAULT, Cluster, ExecutionProfile
from cassandra.policies import FallthroughRetryPolicy, RoundRobinPolicy

TIMEOUT = 8
KEYSPACE = "CREATE KEYSPACE IF NOT EXISTS test WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}"
TABLE = "CREATE TABLE IF NOT EXISTS test.written (k text PRIMARY KEY)"


def connect():
    profile = ExecutionProfile(RoundRobinPolicy(), FallthroughRetryPolicy(), ConsistencyLevel.QUORUM, request_timeout=TIMEOUT)
    login = PlainTextAuthProvider("admin", os.environ["PASSWORD"])
    cluster = Cluster([os.environ["DATABASE"]], auth_provider=login, execution_profiles={EXEC_PROFILE_DEFAULT: profile}, protocol_version=5,
                      connect_timeout=TIMEOUT, control_connection_timeout=TIMEOUT, max_schema_agreement_wait=20)
    try:
        session = cluster.connect()
        session.execute(KEYSPACE, timeout=30)
        session.execute(TABLE, timeout=30)
        return cluster, session
    except Exception:
        cluster.shutdown()
        raise


cluster = session = None
number = 0
while True:
    key = f"key-{number}"
    number += 1
    try:
        if not session:
            cluster, session = connect()
        session.execute("INSERT INTO test.written (k) VALUES (%s)", (key,))
        print(f"ok {key} {int(time.time() * 1000)}")
        time.sleep(0.05)
    except Exception as error:
        print(f"no {key}", str(error).replace("\n", " ")[:200])
        if cluster:
            cluster.shutdown()
        cluster = session = None
        time.sleep(0.2)
PYTHON
