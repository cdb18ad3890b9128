#!/bin/sh
# The users of a Redis cluster besides its administrator: a line for each with its name and its rules, and a file with its password.
# Needs members.sh, passwords.sh and redis-common.sh.

USERS=/config/users
USER_PASSWORDS=/passwords/users
LOOK_EVERY=10

# What Redis keeps of the password of the user $1. Fails if it is one with which nobody could log in.
digest_of() ( # name
  # With its last line break, which is an error.
  written=$(cat "$USER_PASSWORDS/$1" && echo .) || exit
  written=${written%.}
  check_password "$written"
  sha256_of "$written"
)

# The lines of the configuration. Who has no valid password cannot log in, and keeps nobody else from it.
user_lines() {
  [ -s "$USERS" ] || return 0
  while read -r name rules; do
    if digest=$(digest_of "$name"); then
      printf 'user %s on #%s %s\n' "$name" "$digest" "$rules"
    else
      say "the user $name cannot log in" >&2
    fi
  done <"$USERS"
}

# A password that is written into its Secret anew arrives in its file while the server runs. $1 are the lines that the server has.
keep_passwords() {
  known=$1 complained=''
  while sleep "$LOOK_EVERY"; do
    lines=$(user_lines 2>/dev/null)
    if [ "$lines" = "$known" ]; then continue; fi
    # Who has no valid password any more keeps the one before, and is told of once.
    if [ "$lines" != "$complained" ]; then complained=$lines && user_lines >/dev/null; fi
    # From standard input, so that they are not seen in the list of processes.
    answers=$(printf '%s\n' "$lines" | sed 's/^user \([^ ]*\) /ACL SETUSER \1 reset /' | ask_redis 127.0.0.1 "$REDIS_PORT") || continue
    if [ "$(echo "$answers" | grep -cx OK)" = "$(echo "$lines" | grep -c .)" ]; then
      known=$lines
      say "$(echo "$lines" | grep -c .) of $(grep -c . "$USERS") users have the passwords of their Secrets"
    fi
  done
}
