#!/bin/sh
# What all that speak to a bucket have in common. Needs the variables of rclone: remotes, and no file.
# shellcheck source=passwords.sh
. /scripts/passwords.sh

# rclone wants a password in a form of its own, and reads it from standard input, so that it is not seen in the list of processes.
obscured() {
  check_password "$1"
  printf '%s' "$1" | rclone obscure -
}

if [ -n "${ENCRYPTION_PASSWORD+given}" ]; then
  RCLONE_CONFIG_CRYPT_PASSWORD=$(obscured "$ENCRYPTION_PASSWORD")
  export RCLONE_CONFIG_CRYPT_PASSWORD
fi
# That of the backups, where another script than theirs looks at them.
if [ -n "${BACKUPS_ENCRYPTION_PASSWORD+given}" ]; then
  RCLONE_CONFIG_BACKUPSCRYPT_PASSWORD=$(obscured "$BACKUPS_ENCRYPTION_PASSWORD")
  export RCLONE_CONFIG_BACKUPSCRYPT_PASSWORD
fi
