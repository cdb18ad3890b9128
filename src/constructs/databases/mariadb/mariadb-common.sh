#!/bin/sh
# How a member of a MariaDB Galera cluster asks another. Needs members.sh.

ANSWER_PORT=4569
# shellcheck disable=SC2034 # for the scripts that read this one
DATA=/data/mysql
# shellcheck disable=SC2034
STATE=/state/answer
# Asks the next start to copy all data from the others, whatever is here.
# shellcheck disable=SC2034
COPY_ALL=/state/copy-all

# SQL on the member's own server. MYSQL_PWD holds the password.
sql() {
  timeout 5 mariadb --no-defaults --user=root --socket=/run/mysqld/mysqld.sock --batch --skip-column-names --execute "$1" 2>/dev/null
}

# One of Galera's status values.
wsrep() {
  sql "SHOW GLOBAL STATUS LIKE 'wsrep_$1'" | cut -f 2
}

# What another member says of itself; nothing if it is silent.
# primary: serves · apart UUID SEQNO: runs without a majority · empty · at UUID SEQNO: has data, waits
# joining: is being sent what it misses · starting
answer_of() {
  ask "$1" | head -n 1
}

# How many members another member knows of; nothing if it is silent.
count_of() {
  ask "$1" | sed -n 2p
}

ask() {
  timeout 8 socat -u "TCP:$1:$ANSWER_PORT,connect-timeout=2" - 2>/dev/null
}
