#!/bin/bash
# How long the README's command takes until CESM is ready: with an empty data directory, and again with the same one.
#   benchmarks/demo-start.sh [port]
# Compile before (the second command of the README does). Prints the program's own line twice.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${1:-18085}
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; sleep 8; rm -rf "$dir"' EXIT

for run in first second; do
  mvn -q -pl cesm-web -am spring-boot:run -Dspring-boot.run.arguments="--server.port=$port --management.server.port=$((port + 1)) --cesm.data-dir=$dir/data" > "$dir/log" 2>&1 &
  maven=$!
  until grep -q 'CESM is ready' "$dir/log"; do
    kill -0 "$maven" 2>/dev/null || { tail -20 "$dir/log"; exit 1; }
    sleep 0.2
  done
  server=$(sed -n 's/.* with PID \([0-9]*\).*/\1/p' "$dir/log" | head -1)
  echo "$run start: $(grep -o 'CESM is ready.*' "$dir/log")"
  [ "$run" = second ] || until grep -q 'Told its past' "$dir/log"; do sleep 1; done
  sleep 5
  echo "  $(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status") MiB resident five seconds later"
  kill "$server"
  wait "$maven" || true
  server=
done
