#!/bin/bash
# Does what the image's own does: variables named after settings go to the files in CASSANDRA_CONF.
set -eu

set_yaml() {
  sed -i -E "s|^(# )?$1:.*|$1: $2|" "$CASSANDRA_CONF/cassandra.yaml"
}

address=${CASSANDRA_LISTEN_ADDRESS:-$(hostname -I | cut -d ' ' -f 1)}
sed -i -E "s|(- seeds:).*|\1 \"${CASSANDRA_SEEDS:-$address}\"|" "$CASSANDRA_CONF/cassandra.yaml"
set_yaml listen_address "$address"
set_yaml broadcast_address "${CASSANDRA_BROADCAST_ADDRESS:-$address}"
set_yaml broadcast_rpc_address "${CASSANDRA_BROADCAST_RPC_ADDRESS:-$address}"
set_yaml rpc_address "${CASSANDRA_RPC_ADDRESS:-0.0.0.0}"
[ -z "${CASSANDRA_CLUSTER_NAME:-}" ] || set_yaml cluster_name "$CASSANDRA_CLUSTER_NAME"
[ -z "${CASSANDRA_ENDPOINT_SNITCH:-}" ] || set_yaml endpoint_snitch "$CASSANDRA_ENDPOINT_SNITCH"
[ -z "${CASSANDRA_DC:-}" ] || sed -i "s|^dc=.*|dc=$CASSANDRA_DC|" "$CASSANDRA_CONF/cassandra-rackdc.properties"
[ -z "${CASSANDRA_RACK:-}" ] || sed -i "s|^rack=.*|rack=$CASSANDRA_RACK|" "$CASSANDRA_CONF/cassandra-rackdc.properties"
exec "$@"
