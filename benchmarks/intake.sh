#!/bin/bash
# Measures how many complete answers of six items a running CESM takes in over HTTP, one durable commit each, beside
# pgbench inserting the same row: sixteen connections each, one after the other in the same run, three rounds.
#
#   benchmarks/intake.sh [seconds per measurement] [rounds]          default 8 and 3
#
# Needs curl, wrk, psql, pgbench; a CESM with its demo company at BASE (default http://127.0.0.1:8080), started with
# --cesm.answers.open-per-minute=100000000, and the PG… variables of psql. For a data directory that is thrown away.
set -euo pipefail
cd "$(dirname "$0")"
base=${BASE:-http://127.0.0.1:8080} seconds=${1:-8} rounds=${2:-3}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
ask() { psql -X -q -t -A -c "$1"; }
digest() { printf %s "$1" | sha256sum | cut -d' ' -f1; }

survey=$(ask "select s.id from survey s join questionnaire_version v on v.id = s.version_id where s.state = 'FIELDED' and s.anonymity = 'NAMED' and v.definition::text like '%\"q3\"%' and v.definition::text like '%\"parts\"%' limit 1")
[ -n "$survey" ] || { echo "no survey in the field that asks what the benchmark answers"; exit 1; }
device=$(digest "device $RANDOM $(date +%N)" | cut -c1-43)
ask "insert into survey_device (id, survey_id, label, token_hash, created_at) values (gen_random_uuid(), '$survey', 'benchmark', decode('$(digest "$device")', 'hex'), now())"
many=$((seconds * rounds * 6000 + 20000)) mark=$RANDOM$RANDOM
ask "insert into survey_invitation (id, survey_id, customer_id, contact_id, channel, language, state, token_hash, not_before, sent_at, created_at, version)
  select gen_random_uuid(), '$survey', k.customer_id, k.id, 'MAIL', 'zh', 'SENT', sha256(left(encode(sha256(('intake $mark ' || i)::bytea), 'hex'), 43)::bytea), now(), now(), now(), 0
    from generate_series(1, $many) i join (select id, customer_id, row_number() over () - 1 as n, count(*) over () as all from contact where active) k on i % k.all = k.n"
ask "select left(encode(sha256(('intake $mark ' || i)::bytea), 'hex'), 43) from generate_series(1, $many) i" > "$dir/tokens"
ask "vacuum analyze survey_invitation" || true
ask "select format('insert into survey_response (id, answered_on, survey_id, version_id, complete, anonymous, channel, language, customer_id, contact_id, answered_at, segments, items, words) values (gen_random_uuid(), current_date, %L, %L, true, false, ''MAIL'', ''zh'', %L, %L, now(), %L, %L, %L);', s.id, s.version_id, k.customer_id, k.id,
    '{\"tier\":\"1\",\"region\":\"' || gen_random_uuid() || '\",\"industry\":\"chemicals\",\"role\":\"USER\",\"kind\":\"CUSTOMER\",\"language\":\"zh\"}', '{\"q1\":4,\"q2\":6,\"q3.parts\":3,\"q4\":\"yes\",\"q6\":9}', '{\"q7\":\"备件到得很快，工程师也很熟悉我们的工况。\"}')
  from survey s, (select id, customer_id from contact limit 1) k where s.id = '$survey'" > "$dir/row.sql"

from=0
links() { FROM=$from TOKENS="$dir/tokens" wrk -t1 -c16 -d"${1}s" --timeout 20s --latency -s intake.lua "$base" | sed -n 's/^RESULT //p'; }
shared() { RUN="$mark-$2" DEVICE=$device wrk -t1 -c16 -d"${1}s" --timeout 20s --latency -s intake.lua "$base" | sed -n 's/^RESULT //p'; }
plain() { pgbench -n -M prepared -c 16 -j 2 -T "$1" -f "$dir/row.sql" 2>/dev/null | sed -n 's/^tps = \([0-9]*\).*/\1/p'; }

# warm: the program compiles what it does often
taken=$(links 12); from=$((from + $(echo "$taken" | cut -d' ' -f4)))
shared 8 warm > /dev/null
echo "$(nproc) cores, 16 connections, $seconds s each, $(ask 'select count(*) from survey_response') answers before"
printf '%-22s %8s %7s %7s %7s %4s %8s %8s\n' way answers/s p50 p99 p99/p50 err pgbench x
for round in $(seq "$rounds"); do
  tps=$(plain "$seconds")
  for way in links device; do
    if [ $way = links ]; then it=$(links "$seconds"); from=$((from + $(echo "$it" | cut -d' ' -f4))); else it=$(shared "$seconds" "$round"); fi
    awk -v w="$way" -v r="$it" -v t="$tps" 'BEGIN { split(r, x, " "); printf "%-22s %8.0f %7.2f %7.2f %7.1f %4d %8d %8.3f\n", (w == "links" ? "a link of its own" : "one device, own keys"), x[1], x[2], x[3], x[3] / x[2], x[5], t, x[1] / t }'
  done
done
keys=$(ask "select count(*) from survey_response_key where survey_id = '$survey' and response_id is not null")
rows=$(ask "select count(distinct k.response_id) from survey_response_key k join survey_response r on r.id = k.response_id where k.survey_id = '$survey'")
echo "$keys keys, $rows answers behind them; waiting to be counted: $(ask "select count(*) from survey_pending")"
