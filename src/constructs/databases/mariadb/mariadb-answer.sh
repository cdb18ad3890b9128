#!/bin/sh
# Tells whoever asks what this member is, whether its server runs or not (see
# answer_of), and how many members it knows of.
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mariadb-common.sh
. /scripts/mariadb-common.sh

case $(wsrep cluster_status) in
  Primary) if [ "$(wsrep ready)" = ON ]; then echo primary; else cat "$STATE"; fi ;;
  '') cat "$STATE" 2>/dev/null || echo starting ;;
  *) echo "apart $(wsrep local_state_uuid) $(wsrep last_committed)" ;;
esac
echo "$REPLICAS"
