#!/bin/bash
# What the scripts of a RabbitMQ member share. Needs members.sh.
# shellcheck disable=SC2034,SC2154 # for the scripts that read this one, which have read members.sh

# The volume holds a member of a cluster, which takes part with what is there.
MEMBER=/data/member
# The cluster once had all its members.
FORMED=/data/formed

# The Erlang node of the member with an ordinal.
node_of() {
  echo "rabbit@$(member "$1")"
}

node=$(node_of "$ordinal")

# True if the server takes connections of clients.
listens() {
  timeout 2 bash -c "exec 3<>/dev/tcp/127.0.0.1/$CLIENT_PORT" 2>/dev/null
}

# How many members the cluster of this server has; nothing if it does not run.
count_members() {
  timeout 30 rabbitmqctl --quiet eval 'true = rabbit:is_running(), length(rabbit_nodes:list_members()).' 2>/dev/null
}

# Takes the copies of a member ($2) out of every quorum queue, asked of another member ($1). Fails if one queue cannot let go of it:
# it has no majority at the moment, or its only copy is there.
shrink() {
  timeout 120 rabbitmqctl --quiet -n "$1" eval "[] = [Queue || {Queue, Result} <- rabbit_quorum_queue:shrink_all('$2'), element(1, Result) =/= ok]."
}
