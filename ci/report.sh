#!/usr/bin/env bash
# Compares two folders of manifests and writes the report into the pull request.
# All that it is told comes as variables: BEFORE, AFTER, CONFIG, FAIL_ON_DANGER, OUT.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
before=${BEFORE:?the folder or git:REV:path of the manifests as they are}
after=${AFTER:-dist}
out=${OUT:-${RUNNER_TEMP:-.}}
report="$out/cdk8s-stateful-diff.md"
picture="$out/cdk8s-stateful-picture.mmd"

# Without the file, that of the folder counts, if it is there.
config=()
if [ -f "${CONFIG:-}" ]; then config=("--config=$CONFIG"); fi

status=0
npx --no-install cdk8s-stateful diff --format markdown --plan "${config[@]}" -- "$before" "$after" > "$report" || status=$?
# 1 says that there are dangers: a report all the same.
if [ "$status" -gt 1 ]; then exit "$status"; fi
# A report without a picture is better than none.
npx --no-install cdk8s-stateful graph --format mermaid -- "$before" "$after" > "$picture" || [ $? -eq 1 ] || rm -f -- "$picture"

node "$here/comment.mjs" "$report" "$picture"

if [ "${FAIL_ON_DANGER:-true}" = true ]; then exit "$status"; fi
