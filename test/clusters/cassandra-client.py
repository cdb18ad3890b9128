# A Cassandra client on the cluster's network, see harness/line-helper.ts. Its argument is the password. A session for each host is kept:
# all requests go through that host, which asks a majority of the copies.
import json
import sys

from cassandra import ConsistencyLevel
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import EXEC_PROFILE_DEFAULT, Cluster, ExecutionProfile
from cassandra.policies import FallthroughRetryPolicy, WhiteListRoundRobinPolicy

TIMEOUT = 12
KEYSPACE = "CREATE KEYSPACE IF NOT EXISTS test WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}"
TABLE = "CREATE TABLE IF NOT EXISTS test.written (k text PRIMARY KEY)"

sessions = {}


def session_of(host):
    if host not in sessions:
        profile = ExecutionProfile(WhiteListRoundRobinPolicy([host]), FallthroughRetryPolicy(), ConsistencyLevel.QUORUM, request_timeout=TIMEOUT)
        login = PlainTextAuthProvider("admin", sys.argv[1])
        cluster = Cluster([host], auth_provider=login, execution_profiles={EXEC_PROFILE_DEFAULT: profile}, protocol_version=5,
                          connect_timeout=TIMEOUT, control_connection_timeout=TIMEOUT, max_schema_agreement_wait=20)
        try:
            sessions[host] = cluster.connect()
        except Exception:
            cluster.shutdown()
            raise
    return sessions[host]


def write(session, request):
    session.execute("INSERT INTO test.written (k) VALUES (%s)", (request["key"],))
    return True


def table(session, _):
    session.execute(KEYSPACE, timeout=30)
    session.execute(TABLE, timeout=30)
    return True


def keys(session, _):
    return [row.k for row in session.execute("SELECT k FROM test.written")]


def ring(session, _):
    return sorted(str(row.host_id) for name in ("local", "peers_v2") for row in session.execute("SELECT host_id FROM system." + name))


for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = globals()[question["op"]](session_of(question["host"]), question)
    except Exception as error:
        sys.stderr.write(f"{error}\n")
        answer = None
        gone = sessions.pop(question["host"], None)
        if gone:
            gone.cluster.shutdown()
    print(json.dumps(answer), flush=True)
