#!/bin/sh
# What every script knows of the cluster: who the members are and which one I am.
# Needs POD_NAME, POD_NAMESPACE, SERVICE (the headless one) and REPLICAS.

# The first process of a container is not stopped by a signal that it does not expect. What it executes is on its own again.
trap 'exit 143' TERM

ordinal=${POD_NAME##*-}

# The DNS name of the member with an ordinal. It outlives pods and addresses.
member() {
  echo "${POD_NAME%-*}-$1.$SERVICE.$POD_NAMESPACE.svc.cluster.local"
}

me=$(member "$ordinal")

# Ordinals of all members, lowest first.
ordinals() {
  seq 0 $((REPLICAS - 1))
}

say() {
  echo "$(date -u +%FT%TZ) $POD_NAME: $*"
}

# A member that nobody can reach by name must not talk to anyone yet.
wait_for_own_name() {
  while ! getent hosts "$me" >/dev/null; do
    say "waiting for the DNS name $me"
    sleep 1
  done
}
