#!/bin/bash
# How long the README's command takes until CESM is ready: with an empty data directory, and again with the same one.
#   benchmarks/demo-start.sh [port]
# Compile before (the second command of the README does). Prints the program's own line twice, and the processor seconds
# of the JVM and of its PostgreSQL until then: on a machine that does other things, compare those and not the wall time.
set -euo pipefail
cd "$(dirname "$0")/.."
. benchmarks/cpu-seconds.sh
port=${1:-18085}
dir=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; sleep 8; rm -rf "$dir"' EXIT

for run in first second; do
  mvn -q -pl cesm-web -am spring-boot:run -Dspring-boot.run.arguments="--server.port=$port --management.server.port=$((port + 1)) --cesm.data-dir=$dir/data" > "$dir/log" 2>&1 &
  maven=$!
  until grep -q 'CESM is ready' "$dir/log"; do
    kill -0 "$maven" 2>/dev/null || { tail -20 "$dir/log"; exit 1; }
    sleep 0.1
  done
  server=$(sed -n 's/.* with PID \([0-9]*\).*/\1/p' "$dir/log" | head -1)
  echo "$run start: $(grep -o 'CESM is ready.*' "$dir/log"), $(cpu_of_program "$server") s of processor ($(cpu_of_main "$server") s its main thread) and $(cpu_of_postgres "$dir/data") s of PostgreSQL's"
  [ "$run" = second ] || until grep -q 'Told its past' "$dir/log"; do sleep 1; done
  sleep 5
  echo "  $(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status") MiB resident five seconds later"
  kill "$server"
  wait "$maven" || true
  server=
done
