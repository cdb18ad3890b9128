#!/bin/bash
# Makes what was asked for and is not there yet: users, databases, extensions, grants, and scripts that were never run. Passwords become those of
# the files, and what users may do in the databases what is asked for. Does nothing on a member that only reads. It can be run at any time, and as often as one likes.
# Needs PGHOST, the directory of the server's socket, and the list /config/wanted.
set -euo pipefail
# shellcheck source=../scripts/passwords.sh
. /scripts/passwords.sh

export PGHOST=${PGHOST:-/run/postgresql} PGUSER=postgres PGDATABASE=postgres
# What a fail-over loses of it, the next primary makes again; so it waits for no other member.
export PGOPTIONS='-c synchronous_commit=local -c client_min_messages=warning'
PASSWORDS=/passwords

sql() {
  psql --no-psqlrc --quiet --no-align --tuples-only --set=ON_ERROR_STOP=1 "$@"
}

# A user with the password of a file. The statement stands in no log and in no statistics.
login() {
  # With its last line break, which is an error.
  password=$(cat "$2" && echo .) || return
  check_password "${password%.}"
  PASSWORD_FILE=$2 sql --set=name="$1" <<'SQL'
\set password `cat "$PASSWORD_FILE"`
SET log_statement = 'none'; SET log_min_duration_statement = -1; SET log_min_error_statement = 'panic'; SET pg_stat_statements.track = 'none';
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
SELECT format('ALTER ROLE %I LOGIN PASSWORD %L', :'name', :'password') \gexec
SQL
}

want_user() { # name
  login "$1" "$PASSWORDS/users/$1"
}

# The administrator, and the account with which members follow each other.
want_administrators() {
  login postgres "$PASSWORDS/superuser" && login replicator "$PASSWORDS/replication"
}

want_database() { # name, owner
  sql --set=name="$1" --set=owner="$2" <<'SQL'
SELECT format('CREATE DATABASE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
SELECT format('ALTER DATABASE %I OWNER TO %I', :'name', :'owner')
  WHERE NOT EXISTS (SELECT FROM pg_database JOIN pg_roles ON datdba = pg_roles.oid WHERE datname = :'name' AND rolname = :'owner') \gexec
REVOKE CONNECT, TEMPORARY ON DATABASE :"name" FROM PUBLIC;
SQL
}

want_extension() { # database, extension
  echo 'CREATE EXTENSION IF NOT EXISTS :"extension" CASCADE;' | sql --dbname="$1" --set=extension="$2"
}

want_grant() { # database, user, access, owner
  case $3 in
    none) withdraw "$1" "$2"; return ;;
    read) tables='SELECT' sequences='SELECT' others='INSERT, UPDATE, DELETE' ;;
    write) tables='SELECT, INSERT, UPDATE, DELETE' sequences='SELECT, USAGE' others='' ;;
    *) echo "there is no access '$3'" >&2; return 1 ;;
  esac
  sql --dbname="$1" --single-transaction --set=database="$1" --set=user="$2" --set=owner="$4" --set=tables="$tables" --set=sequences="$sequences" --set=others="$others" <<'SQL'
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO :"user";
GRANT USAGE ON SCHEMA public TO :"user";
GRANT :tables ON ALL TABLES IN SCHEMA public TO :"user";
GRANT :sequences ON ALL SEQUENCES IN SCHEMA public TO :"user";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT :tables ON TABLES TO :"user";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public GRANT :sequences ON SEQUENCES TO :"user";
SELECT :'others' <> '' AS is_less \gset
\if :is_less
REVOKE :others ON ALL TABLES IN SCHEMA public FROM :"user";
REVOKE USAGE ON ALL SEQUENCES IN SCHEMA public FROM :"user";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public REVOKE :others ON TABLES FROM :"user";
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA public REVOKE USAGE ON SEQUENCES FROM :"user";
\endif
SQL
}

# Takes back what a grant gave that is no longer asked for. Who cannot connect has none.
withdraw() { # database, user
  sql --dbname="$1" --single-transaction --set=database="$1" --set=user="$2" <<'SQL'
SELECT has_database_privilege(:'user', :'database', 'CONNECT') AS connects \gset
\if :connects
REVOKE CONNECT, TEMPORARY ON DATABASE :"database" FROM :"user";
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM :"user";
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM :"user";
REVOKE USAGE ON SCHEMA public FROM :"user";
SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA public REVOKE ALL ON %s FROM %I', defaclrole::regrole, CASE defaclobjtype WHEN 'r' THEN 'TABLES' ELSE 'SEQUENCES' END, :'user')
  FROM pg_default_acl WHERE defaclnamespace = 'public'::regnamespace AND defaclobjtype IN ('r', 'S') \gexec
\endif
SQL
}

want_script() { # name, database, the user who runs it
  sql --dbname="$2" <<'SQL' || return
CREATE SCHEMA IF NOT EXISTS cdk8s_stateful;
CREATE TABLE IF NOT EXISTS cdk8s_stateful.init_scripts (name text PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now());
SQL
  known=$(echo "SELECT count(*) FROM cdk8s_stateful.init_scripts WHERE name = :'name'" | sql --dbname="$2" --set=name="$1") || return
  [ "$known" = 0 ] || return 0
  # In one transaction with the note that it was run.
  SCRIPT=/config/scripts/$1.sql sql --dbname="$2" --single-transaction --set=name="$1" --set=user="$3" <<'SQL' || return
\set file `echo "$SCRIPT"`
SET ROLE :"user";
\i :file
RESET ROLE;
INSERT INTO cdk8s_stateful.init_scripts (name) VALUES (:'name');
SQL
  echo "ran the script $1 in the database $2"
}

# The account of the exporter, which sees figures and no data. Its password is made from that of the administrator.
want_metrics() {
  file=$(mktemp) && password_for metrics "$(cat "$PASSWORDS/superuser")" >"$file" || return
  login metrics "$file" && echo 'GRANT pg_monitor TO metrics' | sql
  rm -f "$file"
}

[ "$(echo 'SELECT pg_is_in_recovery()' | sql)" = f ] || { echo "this member only reads: nothing is made here"; exit 0; }

failed=''
while read -r kind words <&3; do
  # shellcheck disable=SC2086 # words are names
  ("want_$kind" $words) || { echo "could not make: $kind $words" >&2; failed=yes; }
done 3</config/wanted
[ -z "$failed" ]
