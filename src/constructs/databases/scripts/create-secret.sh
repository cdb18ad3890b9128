#!/bin/sh
# Creates a Secret with random values, once. One that exists is left as it is:
# the API server answers 409 and nothing is sent that could change it.
# Needs SECRET_NAME, POD_NAMESPACE and KEYS, the names of the values.
set -eu

ACCOUNT=${ACCOUNT_DIRECTORY:-/var/run/secrets/kubernetes.io/serviceaccount}
API=${API_SERVER:-https://kubernetes.default.svc}

# Ends rather than with fewer than 48 digits, as when a tool is missing.
random_value() {
  value=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n') || value=''
  case $value in *[!0-9a-f]*) value='' ;; esac
  [ "${#value}" = 48 ] || { echo "no random value could be made: are od and tr there?" >&2; exit 1; }
  printf '%s' "$value"
}

data=
for key in $KEYS; do
  value=$(random_value)
  data="$data${data:+,}\"$key\":\"$value\""
done

# The body goes through standard input and the token through a file, so neither is seen in the list of processes.
umask 077
token=$(cat "$ACCOUNT/token")
printf 'header = "Authorization: Bearer %s"\n' "$token" >/tmp/curl.conf
status=$(printf '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"%s"},"type":"Opaque","stringData":{%s}}' "$SECRET_NAME" "$data" |
  curl --silent --show-error --config /tmp/curl.conf --cacert "$ACCOUNT/ca.crt" --max-time 30 \
    --header 'Content-Type: application/json' --data-binary @- --output /tmp/answer --write-out '%{http_code}' \
    "$API/api/v1/namespaces/$POD_NAMESPACE/secrets")

case $status in
  201) echo "created Secret $SECRET_NAME" ;;
  409) echo "Secret $SECRET_NAME exists already and stays as it is" ;;
  *) echo "the API server answered $status:" >&2; cat /tmp/answer >&2; exit 1 ;;
esac
