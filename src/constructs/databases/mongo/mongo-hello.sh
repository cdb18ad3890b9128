#!/bin/bash
# How to ask a server of MongoDB what it is.

# The command `hello` as a message of MongoDB's protocol. Every server answers it, to
# everybody, also while it copies data. (mongosh would need a second of CPU for each question.)
# Length 52, request 1, no answer to another, kind 2013; no flags, one document; the document {hello: 1, $db: "admin"}.
HELLO='\x34\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\xdd\x07\x00\x00'
HELLO+='\x00\x00\x00\x00\x00'
# shellcheck disable=SC2016 # $db is a name
HELLO+='\x1f\x00\x00\x00\x10hello\x00\x01\x00\x00\x00\x02$db\x00\x06\x00\x00\x00admin\x00\x00'

# What a server answers to `hello`, in hexadecimal; nothing if it is silent.
hello() {
  # shellcheck disable=SC2016 # for the inner shell
  timeout 3 bash -c '
    exec 3<>/dev/tcp/$0/27017 && printf "$1" >&3 && length=$(head -c 4 <&3 | od -An -tu4) &&
    head -c "$((length - 4))" <&3 | od -An -v -tx1 | tr -d " \n"' "$1" "$HELLO" 2>/dev/null
}

# A field of an answer as it is written there: its type, its name, and perhaps its value.
field() {
  printf '%s' "$1"
  printf '%s\0' "$2" | od -An -v -tx1 | tr -d ' \n'
  printf '%s' "${3:-}"
}

IS_PRIMARY=$(field 08 isWritablePrimary 01)
IS_SECONDARY=$(field 08 secondary 01)
HAS_SET=$(field 02 setName)

# How the server that answered stands to the set. primary · secondary · other: neither,
# as while it copies the data · out: in no set. Nothing if it was silent.
standing() {
  case $1 in
    '') ;;
    *"$IS_PRIMARY"*) echo primary ;;
    *"$IS_SECONDARY"*) echo secondary ;;
    *"$HAS_SET"*) echo other ;;
    *) echo out ;;
  esac
}
