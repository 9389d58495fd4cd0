#!/bin/bash
# Ends the Postfix and the Dovecot of a scratch folder, by the process numbers in their own files, and waits until they are gone.
#   stop-mail.sh FOLDER [dovecot]      with "dovecot": only Dovecot, as when a mailbox server vanishes
set -eu
folder=$(realpath -m "${1:?name the scratch folder}")

stop() { # name, file with its process number
  local pid
  pid=$(tr -d ' \n' <"$2" 2>/dev/null) || return 0
  [ -n "$pid" ] && kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 150); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  echo "$1 (process $pid) still runs" >&2
  return 1
}

[ "${2:-}" = dovecot ] || stop Postfix "$folder/postfix/spool/pid/master.pid"
stop Dovecot "$folder/dovecot/run/master.pid"
