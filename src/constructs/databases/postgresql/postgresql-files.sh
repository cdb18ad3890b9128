#!/bin/bash
# How the files of a backup become those of a server, and how such a server is brought up where nobody else can reach it.

# Unpacks the backup in the directory $1 into the directory $2, and looks whether each file is what was copied.
unpack() {
  mkdir -m 700 "$2"
  tar -xzf "$1/base.tar.gz" -C "$2"
  tar -xzf "$1/pg_wal.tar.gz" -C "$2/pg_wal"
  cp "$1/backup_manifest" "$2"
  pg_verifybackup --quiet "$2"
  # What was copied may have followed a primary.
  rm -f "$2/backup_manifest" "$2/standby.signal" "$2/recovery.signal"
  : >"$2/postgresql.auto.conf"
}

# Starts the server of the directory $1, with its socket in $2 and settings beside, and waits until it takes statements. The process is $server.
bring_up() {
  local data=$1 socket=$2
  shift 2
  echo 'local all all trust' >"$socket/pg_hba.conf"
  # Nothing of what the server was configured with, but for what was asked for in the data themselves.
  : >"$socket/postgresql.conf"
  export PGHOST=$socket PGUSER=postgres PGDATABASE=postgres
  postgres -D "$data" -c listen_addresses= -c unix_socket_directories="$socket" -c config_file="$socket/postgresql.conf" -c hba_file="$socket/pg_hba.conf" -c hot_standby=off \
    -c synchronous_standby_names= -c logging_collector=off -c shared_buffers=64MB -c dynamic_shared_memory_type=mmap "$@" &
  server=$!
  until pg_isready --quiet; do
    kill -0 "$server" 2>/dev/null || { echo "the server did not come up" >&2; return 1; }
    sleep 1
  done
}

# Stops it as if it were to be started again.
shut_down() {
  kill -INT "$server"
  wait "$server"
}
