#!/bin/bash
# Ready: the server is primary or secondary of its set, and nobody who is gone for good has a vote in it.
set -euo pipefail
# shellcheck source=members.sh
. /scripts/members.sh
# shellcheck source=mongo-common.sh
. /scripts/mongo-common.sh

answer=$(hello 127.0.0.1)
[[ $(standing "$answer") =~ ^(primary|secondary)$ ]] && [ -z "$(former_member "$answer")" ]
