#!/bin/bash
# How long CESM takes from its start script to its first page with an outside database, and what memory it then holds.
#   benchmarks/start.sh jdbc:postgresql://127.0.0.1:5432/cesm <user> <password> [port]
# Three starts: the first makes the AOT cache, the others use it. Needs curl, bc, and the built jar (or CESM_JAR).
set -euo pipefail
. "$(dirname "$0")/cpu-seconds.sh"
url=$1 user=$2 port=${4:-18081}
export SPRING_DATASOURCE_PASSWORD=$3
dir=$(mktemp -d)
export XDG_CACHE_HOME=$dir/cache
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$dir"' EXIT
script=$(cd "$(dirname "$0")" && pwd)/../bin/cesm

for run in 1 2 3; do
  began=$(date +%s.%N)
  "$script" --server.port="$port" --management.server.port=$((port + 1)) --cesm.data-dir="$dir/data" \
    --spring.datasource.url="$url" --spring.datasource.username="$user" > "$dir/log" 2>&1 &
  server=$!
  until [[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/login" || true)" =~ ^(200|302)$ ]]; do
    kill -0 "$server" 2>/dev/null || { grep -v '\[aot\]' "$dir/log" | tail -20; exit 1; }
    sleep 0.05
  done
  took=$(echo "$(date +%s.%N) - $began" | bc)
  cpu="$(cpu_of_program "$server") s of processor, $(cpu_of_main "$server") s its main thread"
  sleep 5
  printf 'start %d: first page after %.1f s (%s), %s MiB resident\n' "$run" "$took" "$cpu" "$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status")"
  kill "$server"
  wait "$server" || true
done
