#!/bin/sh
# Makes what was asked for and is not there yet in MySQL or MariaDB: users, databases, grants, and scripts that were never run. Passwords become
# those of the files, also when they are written anew. What is there already is only read.
#
# It is a part of mysql-ensure.sh and mariadb-ensure.sh, which know:
#   local_sql         the SQL of standard input on the member's own server, as root or as the user $1, whose password MYSQL_PWD holds
#   leads             true on the one member that is to make it
#   still_leads       true if the member with the ordinal $1 may be at work itself
#   identified_by     how a statement says the password $1
# Passwords stand in no argument of a command, for those are seen in the list of processes.

# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=passwords.sh
. /scripts/passwords.sh

WANTED=/config/wanted
PASSWORDS=/passwords/users
RETRY_AFTER=10

answer_to() {
  printf '%s;\n' "$1" | local_sql
}

want_user() { # name
  # With its last line break, which is an error.
  password=$(cat "$PASSWORDS/$1" && echo .) || return
  password=${password%.}
  check_password "$password"
  if echo 'SELECT 1;' | MYSQL_PWD=$password local_sql "$1" >/dev/null 2>&1; then return; fi
  secret=$(identified_by "$password") || return
  printf "CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED %s;\nALTER USER '%s'@'%%' IDENTIFIED %s;\n" "$1" "$secret" "$1" "$secret" | local_sql || return
  say "the user $1 has the password of its Secret"
}

want_database() { # name, owner
  there=$(answer_to "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME='$1'") || return
  if [ "$there" = 0 ]; then answer_to "CREATE DATABASE IF NOT EXISTS \`$1\`" && say "made the database $1" || return; fi
  [ "$2" = root ] || allow "$1" "$2" own
}

want_grant() { # database, user, access, owner
  allow "$1" "$2" "$3"
}

# A user may do in a database what is said here and no more.
allow() { # database, user, access
  case $3 in
    none) wanted='' ;;
    read) wanted=YNNNYN rights='SELECT, SHOW VIEW' ;;
    write) wanted=YYYYYN rights='SELECT, INSERT, UPDATE, DELETE, SHOW VIEW' ;;
    own) wanted=YYYYYY rights='ALL PRIVILEGES' ;;
    *) echo "there is no access '$3'" >&2; return 1 ;;
  esac
  # In the name of a database `_` stands for any letter.
  pattern=$(printf '%s' "$1" | sed 's/_/\\_/g')
  given=$(answer_to "SELECT CONCAT(Select_priv, Insert_priv, Update_priv, Delete_priv, Show_view_priv, Create_priv) FROM mysql.db
    WHERE Host='%' AND User='$2' AND REPLACE(Db, '\\\\', '')='$1'") || return
  [ "$given" != "$wanted" ] || return 0
  {
    [ -z "$given" ] || printf "REVOKE ALL PRIVILEGES ON \`%s\`.* FROM '%s'@'%%';\n" "$pattern" "$2"
    [ -z "$wanted" ] || printf "GRANT %s ON \`%s\`.* TO '%s'@'%%';\n" "$rights" "$pattern" "$2"
  } | local_sql || return
  say "in the database $1 the user $2 may now do: $3"
}

# The database remembers who began a script, so that no two members run one at the same time, and when it was done.
remember_scripts() {
  there=$(answer_to "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA='cdk8s_stateful' AND TABLE_NAME='init_scripts'") || return
  [ "$there" = 0 ] || return 0
  echo "CREATE DATABASE IF NOT EXISTS cdk8s_stateful;
    CREATE TABLE IF NOT EXISTS cdk8s_stateful.init_scripts (name VARCHAR(63) COLLATE utf8mb4_bin PRIMARY KEY, member INT NOT NULL, done_at TIMESTAMP NULL);" | local_sql
}

# What is known of the script $1: nothing, "begun ORDINAL" or "done ORDINAL".
state_of_script() {
  answer_to "SELECT CONCAT(IF(done_at IS NULL, 'begun ', 'done '), member) FROM cdk8s_stateful.init_scripts WHERE name='$1'"
}

want_script() { # name, database or -, the user who runs it
  script=/config/scripts/$1.sql
  [ -r "$script" ] || { echo "there is no file $script" >&2; return 1; }
  remember_scripts || return
  state=$(state_of_script "$1") || return
  case $state in
    'done '*) return ;;
    '') answer_to "INSERT INTO cdk8s_stateful.init_scripts (name, member) VALUES ('$1', $ordinal)" || return ;;
    *)
      other=${state#begun }
      if [ "$other" != "$ordinal" ] && still_leads "$other"; then echo "member $other runs the script $1" >&2; return 1; fi
      answer_to "UPDATE cdk8s_stateful.init_scripts SET member=$ordinal WHERE name='$1' AND member=$other" || return ;;
  esac
  [ "$(state_of_script "$1")" = "begun $ordinal" ] || { echo "another member runs the script $1" >&2; return 1; }
  run_script "$script" "$2" "$3" || return
  answer_to "UPDATE cdk8s_stateful.init_scripts SET done_at=CURRENT_TIMESTAMP WHERE name='$1'" || return
  say "ran the script $1"
}

# What it reads is data, and belongs in no log. Rows are changed as a whole, or not at all; what makes or alters a table is done at once.
run_script() ( # file, database or -, user
  if [ "$3" != root ]; then MYSQL_PWD=$(cat "$PASSWORDS/$3") && export MYSQL_PWD || return; fi
  {
    echo 'SET SESSION autocommit=0;'
    if [ "$2" != - ]; then printf "USE \`%s\`;\n" "$2"; fi
    cat "$1"
    printf '\nCOMMIT;\n'
  } | local_sql "$3" >/dev/null
)

# Each in a shell of its own: one that fails does not keep the others from being made.
make_all() {
  failed=''
  while read -r kind words <&3; do
    # shellcheck disable=SC2086 # words are names
    ("want_$kind" $words) || { say "could not make: $kind $words"; failed=yes; }
  done 3<"$WANTED"
  [ -z "$failed" ]
}

# What it makes follows from these files and from nothing else.
fingerprint() {
  { cat "$WANTED"; cat "$PASSWORDS"/* 2>/dev/null; } | sha256sum
}

ensure_for_ever() {
  made=''
  while sleep 3; do
    now=$(fingerprint)
    if [ "$now" = "$made" ] || ! leads; then continue; fi
    if make_all; then made=$now; else sleep "$RETRY_AFTER"; fi
  done
}
