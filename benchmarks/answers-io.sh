#!/bin/bash
# Answers of an agency's file, in and out, beside COPY of the same rows on the same machine.
#   answers-io.sh BASE_URL LOGIN PASSWORD [ROWS]     PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE lead to its database; needs curl, psql, python3
# Beside each time stand the processor seconds of program (without the JVM's compilers) and database: on a busy machine
# compare those. The companions' are those of the database and of what reads or sends the file.
set -euo pipefail
base=$1 login=$2 password=$3 rows=${4:-1000000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
api() { curl -sS --fail-with-body -H "Authorization: Bearer $token" -H 'Accept-Language: en' "$@"; }
field() { python3 -c "import json,sys; print(json.load(sys.stdin)$1)"; }
since() { python3 -c "import time,sys; print('%.2f' % (time.time() - float(sys.argv[1])))" "$1"; }
program=${CESM_PID:-$(ss -ltnpH "sport = :${base##*:}" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -1)}
postmaster=$(ps -o ppid= -p "$(psql -X -q -t -A -c 'select min(pid) from pg_stat_activity where pid <> pg_backend_pid()')" | tr -d ' ')
cpu() { # seconds of processor so far
  { sed 's/^/program /' "/proc/$program/stat"; grep -sh '(C[12] Compiler' "/proc/$program"/task/*/stat | sed 's/^/compiler /'
    sed 's/^/postmaster /' "/proc/$postmaster/stat"; for child in $(pgrep -P "$postmaster"); do sed 's/^/backend /' "/proc/$child/stat" 2>/dev/null || true; done
  } | awk -v tick="$(getconf CLK_TCK)" '{ who = $1; sub(/.*\) /, ""); t = $12 + $13; if (who == "postmaster") t += $14 + $15; sum += who == "compiler" ? -t : t } END { printf "%.2f", sum / tick }'
}
spent() { echo "$(cpu) - $1" | bc; }
now() { python3 -c 'import time; print(time.time())'; }
token=$(curl -sS -H 'Content-Type: application/json' -d "{\"username\":\"$login\",\"password\":\"$password\",\"name\":\"answers-io $RANDOM\"}" "$base/api/v1/tokens" | field "['token']")

python3 - "$rows" > "$work/answers.csv" <<'P'
import random, sys
random.seed(7)
print("ID,Q1,Q2,Q3,Q4,Q5,NPS,REGION,WEIGHT")
for i in range(int(sys.argv[1])):
    print("R%07d,%d,%d,%d,%d,%d,%d,%s,%.2f" % (i, *(random.randint(1, 5) for _ in range(5)), random.randint(0, 10), random.choice("NSEW"), random.uniform(.5, 2)))
P
column() { echo "{\"header\":\"$1\",\"item\":\"$2\",\"kind\":\"$3\",\"reversed\":false${4:-}}"; }
marks=',"min":1,"max":5'
body="{\"about\":{\"name\":\"answers-io $RANDOM\",\"agency\":\"benchmark\",\"language\":\"en\",\"kind\":\"COMPETITIVENESS\",\"anonymity\":\"CONFIDENTIAL\",\"useForAppraisal\":false},\"codebook\":[$(column ID id KEY),$(column Q1 q1 RATING $marks),$(column Q2 q2 RATING $marks),$(column Q3 q3 RATING $marks),$(column Q4 q4 RATING $marks),$(column Q5 q5 RATING $marks),$(column NPS nps NPS ',"min":0,"max":10'),$(column REGION area SEGMENT),$(column WEIGHT weight WEIGHT)]}"
kind=$(api -H 'Content-Type: application/json' -d "$body" "$base/api/v1/agency-series" | field "['importKind']")

job() { api "$base/api/v1/imports/$import"; }
rests() { while :; do sleep 1; case $(job | field "['state']") in CHECKING|RUNNING) ;; *) break;; esac; done; }
heap() { ps -o rss= -p "$program" 2>/dev/null | awk '{printf "%d MiB", $1 / 1024}' || true; }
import=$(api -F "file=@$work/answers.csv" "$base/api/v1/imports?kind=$kind" | field "['id']")
columns=$(job | python3 -c 'import json,sys; print(json.dumps(json.load(sys.stdin)["columns"]))')
change() { local v; v=$(job | python3 -c 'import json,sys; json.load(sys.stdin)' && curl -sS -o /dev/null -D - -H "Authorization: Bearer $token" "$base/api/v1/imports/$import" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'); api -X "$1" -H 'Content-Type: application/json' -H "If-Match: $v" -d "$3" "$base/api/v1/imports/$import/$2" > /dev/null; }
change PUT mapping "{\"columns\":$columns,\"settings\":{\"wave\":\"w\",\"readOn\":\"2026-06-30\",\"days\":\"ISO\"}}"
echo "$rows rows, load $(cut -d' ' -f1 /proc/loadavg)"
start=$(now) c=$(cpu); change POST check '{}'; rests; echo "trial           $(since "$start") s, processor $(spent "$c") s   resident $(heap)"
start=$(now) c=$(cpu); change POST start '{}'; rests; in_s=$(since "$start") in_c=$(spent "$c"); echo "import          $in_s s, processor $in_c s   resident $(heap)   $(job | field "['counts']")"

survey=$(psql -XAtc "select survey_id from agency_wave w join agency_series s on s.id = w.series_id where 'wave-' || s.number = '$kind'")
# companion: the very same rows by COPY into the same tables, keys and queue included, in one transaction that is rolled back
for t in survey_response survey_response_key; do psql -Xqc "\\copy (select * from $t where survey_id = '$survey') to '$work/$t'"; done
TIMEFORMAT=%U
start=$(now) c=$(cpu); user=$( { time psql -Xqc "\\copy (select * from survey_response where survey_id = '$survey') to '$work/out'"; } 2>&1); out_s=$(since "$start") out_c=$(echo "$(spent "$c") + $user" | bc)
psql -Xq -c "create table io_response (like survey_response including indexes including constraints)" -c "create table io_key (like survey_response_key including indexes)" -c "create table io_pending (like survey_pending including indexes)"
trap 'psql -Xq -c "drop table if exists io_response, io_key, io_pending"; rm -rf "$work"' EXIT
start=$(now) c=$(cpu); user=$( { time psql -Xq -1 -c "\\copy io_response from '$work/survey_response'" -c "\\copy io_key from '$work/survey_response_key'" -c "insert into io_pending select survey_id, answered_on, id from io_response"; } 2>&1); in_copy_s=$(since "$start") copy_c=$(echo "$(spent "$c") + $user" | bc)
read_c=$( { time python3 -c 'import csv, json, sys
for row in csv.DictReader(open(sys.argv[1])): json.dumps({k: int(row[k]) for k in ("Q1", "Q2", "Q3", "Q4", "Q5", "NPS")})' "$work/answers.csv"; } 2>&1 )
echo "COPY in         $in_copy_s s, processor $copy_c s; parsing beside it (python) $read_c s"
echo "  import by COPY and parsing (processor): $(echo "scale=2; $in_c / ($copy_c + $read_c)" | bc)"
echo "COPY out        $out_s s, processor $out_c s"
for form in CSV XLSX; do
  start=$(now) c=$(cpu); id=$(api -H 'Content-Type: application/json' -d "{\"kind\":\"answers\",\"form\":\"$form\",\"filters\":{\"survey\":[\"$survey\"]}}" "$base/api/v1/exports" | field "['id']")
  while [ "$(api "$base/api/v1/exports/$id" | field "['state']")" != READY ]; do sleep 0.5; done
  it_c=$(spent "$c"); echo "export $form     $(since "$start") s, processor $it_c s, COPY out by it $(echo "scale=3; $out_c / $it_c" | bc)   resident $(heap)"
done
