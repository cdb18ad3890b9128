#!/bin/sh
# Runs before an exporter: writes how it logs in, as the account `metrics`, which sees figures and no data. The password of the database
# itself stays in this container.
# Argument: redis, mysql or postgresql. Needs DATABASE_PASSWORD and, for redis, ADDRESS.
set -eu
# shellcheck source=passwords.sh
. /scripts/passwords.sh

check_password "$DATABASE_PASSWORD"
password=$(password_for metrics "$DATABASE_PASSWORD")
umask 077
case $1 in
  # For this address only: what is asked to go elsewhere goes without a password. Older versions look it up without the user's name.
  redis) printf '{"%s://metrics@%s":"%s","%s://%s":"%s"}\n' "${ADDRESS%%://*}" "${ADDRESS#*://}" "$password" "${ADDRESS%%://*}" "${ADDRESS#*://}" "$password" >/login/passwords.json ;;
  mysql) printf '[client]\nuser=metrics\npassword=%s\n' "$password" >/login/my.cnf ;;
  postgresql) printf '%s' "$password" >/login/password ;;
  *) echo "no such database: $1" >&2; exit 1 ;;
esac
