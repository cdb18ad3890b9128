#!/bin/sh
# Answers the other members for as long as the pod lives.
exec socat TCP-LISTEN:4569,reuseaddr,fork,max-children=16 EXEC:'sh /scripts/mariadb-answer.sh'
