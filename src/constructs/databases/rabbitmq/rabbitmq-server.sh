#!/bin/bash
# Starts one member of a RabbitMQ cluster.
#
# 1. I have data: I take part with the members that I remember.
# 2. I am empty and a member runs: I join it. If the cluster remembers me, what I had is lost: all must forget me first,
#    or I would have a vote for what I no longer hold.
# 3. I am empty and so are all others: ordinal 0 begins, and the others join it.
# In every other case I ask again (rabbitmq-decide.escript).
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh
# shellcheck source=rabbitmq-common.sh
. /scripts/rabbitmq-common.sh

DATA=/data/rabbit

write_cookie() {
  rm -f "$HOME/.erlang.cookie"
  printf '%s' "$RABBITMQ_COOKIE" >"$HOME/.erlang.cookie"
  chmod 400 "$HOME/.erlang.cookie"
}

# The password as its bytes, so that none of them can mean anything else.
write_config() {
  mkdir -p /config/conf.d
  {
    cat /scripts/rabbitmq.conf
    echo "$RABBITMQ_SETTINGS"
    if [ -n "${RABBITMQ_TLS:-}" ]; then
      printf '%s\n' "listeners.tcp = none" "listeners.ssl.default = $CLIENT_PORT" \
        "ssl_options.cacertfile = /tls/ca.crt" "ssl_options.certfile = /tls/tls.crt" "ssl_options.keyfile = /tls/tls.key" \
        "ssl_options.verify = verify_none" "ssl_options.fail_if_no_peer_cert = false"
    else
      echo "listeners.tcp.default = $CLIENT_PORT"
    fi
    printf 'cluster_formation.classic_config.nodes.1 = %s\n' "$node"
    [ "$1" = "$node" ] || printf 'cluster_formation.classic_config.nodes.2 = %s\n' "$1"
  } >/config/rabbitmq.conf
  printf '[{rabbit, [{default_pass, <<%s>>}]}].\n' \
    "$(printf '%s' "$RABBITMQ_PASSWORD" | od -An -v -tu1 | xargs | tr ' ' ,)" >/config/advanced.config
  echo "[${RABBITMQ_PLUGINS:-}]." >/config/enabled_plugins
}

# Prints `begin`, or the node to join and whether it remembers this one: `join NODE` or `rejoin NODE`.
decide() {
  # At the port of the server, for policies let members in at no other.
  flags="-hidden -name $node -kernel inet_dist_listen_min 25672 inet_dist_listen_max 25672"
  if [ -n "${RABBITMQ_TLS:-}" ]; then flags="$flags -proto_dist inet_tls -ssl_dist_optfile /scripts/rabbitmq-tls.config"; fi
  nodes=()
  for i in $(ordinals); do nodes+=("$(node_of "$i")"); done
  ERL_FLAGS=$flags escript /scripts/rabbitmq-decide.escript "$node" "${nodes[@]}"
}

make_others_forget() {
  until shrink "$1" "$node" && timeout 120 rabbitmqctl --quiet -n "$1" forget_cluster_node "$node"; do
    say "waiting: $1 cannot forget what I had"
    sleep 2
  done
}

umask 077
check_password "$RABBITMQ_PASSWORD"
case $RABBITMQ_COOKIE in
  '' | *[!A-Za-z0-9]*) say "the key 'cookie' of the Secret must have letters and digits, and nothing else" >&2; exit 1 ;;
esac
write_cookie
wait_for_own_name
seed=$node
if [ ! -e "$MEMBER" ]; then
  rm -rf "$DATA"* "$FORMED"
  # shellcheck disable=SC2046 # two words
  set -- $(decide)
  say "decided: $*"
  seed=${2:-$node}
  if [ "$1" = rejoin ]; then make_others_forget "$seed"; fi
fi
write_config "$seed"
if [ ! -e "$FORMED" ]; then bash /scripts/rabbitmq-member.sh "$seed" & fi
exec rabbitmq-server
