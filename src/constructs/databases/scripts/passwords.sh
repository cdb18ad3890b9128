#!/bin/sh
# Passwords come from a Secret that somebody may have written by hand. Nothing starts with one that is empty, or that one of the programs
# would read in another way than clients do. What is made of one is not empty either, whatever tool is missing.

# Ends unless all programs take this password.
check_password() {
  case $1 in
    '') echo "the password is empty: write the Secret anew" >&2; exit 1 ;;
    *[[:cntrl:]]*)
      echo "the password holds a line break or another control character, perhaps at its end, as 'echo' writes one: write the Secret anew, with printf '%s'" >&2
      exit 1 ;;
  esac
}

# The SHA-256 of a text: 64 digits in hexadecimal.
sha256_of() {
  made=$(printf '%s' "$1" | sha256sum | cut -c 1-64) || made=''
  case $made in *[!0-9a-f]*) made='' ;; esac
  [ "${#made}" = 64 ] || { echo "no password could be made: is sha256sum missing?" >&2; exit 1; }
  printf '%s' "$made"
}

# A password for a purpose ($1), made of another one ($2): whoever has it does not have the other one.
password_for() {
  sha256_of "$1 $2"
}
