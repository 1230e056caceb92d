#!/bin/bash
# Answers of an agency's file, in and out, beside COPY of the same rows on the same machine.
#   answers-io.sh BASE_URL LOGIN PASSWORD [ROWS]     PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE lead to its database; needs curl, psql, python3
set -euo pipefail
base=$1 login=$2 password=$3 rows=${4:-1000000}
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
api() { curl -sS --fail-with-body -H "Authorization: Bearer $token" -H 'Accept-Language: en' "$@"; }
field() { python3 -c "import json,sys; print(json.load(sys.stdin)$1)"; }
since() { python3 -c "import time,sys; print('%.2f' % (time.time() - float(sys.argv[1])))" "$1"; }
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
heap() { ps -o rss= -p "${CESM_PID:-0}" 2>/dev/null | awk '{printf "%d MiB", $1 / 1024}' || true; }
import=$(api -F "file=@$work/answers.csv" "$base/api/v1/imports?kind=$kind" | field "['id']")
columns=$(job | python3 -c 'import json,sys; print(json.dumps(json.load(sys.stdin)["columns"]))')
change() { local v; v=$(job | python3 -c 'import json,sys; json.load(sys.stdin)' && curl -sS -o /dev/null -D - -H "Authorization: Bearer $token" "$base/api/v1/imports/$import" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p'); api -X "$1" -H 'Content-Type: application/json' -H "If-Match: $v" -d "$3" "$base/api/v1/imports/$import/$2" > /dev/null; }
change PUT mapping "{\"columns\":$columns,\"settings\":{\"wave\":\"w\",\"readOn\":\"2026-06-30\",\"days\":\"ISO\"}}"
start=$(now); change POST check '{}'; rests; echo "trial           $(since "$start") s   resident $(heap)"
start=$(now); change POST start '{}'; rests; import_s=$(since "$start"); echo "import          $import_s s   resident $(heap)   $(job | field "['counts']")"

survey=$(psql -XAtc "select survey_id from agency_wave w join agency_series s on s.id = w.series_id where 'wave-' || s.number = '$kind'")
# companion: the very same rows by COPY into the same tables, keys and queue included, in one transaction that is rolled back
for t in survey_response survey_response_key; do psql -Xqc "\\copy (select * from $t where survey_id = '$survey') to '$work/$t'"; done
start=$(now); psql -Xqc "\\copy (select * from survey_response where survey_id = '$survey') to '$work/out'"; copy_out=$(since "$start")
psql -Xq <<S
create temporary table clock as select clock_timestamp() as at;
begin;
create table io_response (like survey_response including indexes including constraints);
create table io_key (like survey_response_key including indexes);
create table io_pending (like survey_pending including indexes);
update clock set at = clock_timestamp();
\\copy io_response from '$work/survey_response'
\\copy io_key from '$work/survey_response_key'
insert into io_pending select survey_id, answered_on, id from io_response;
\\t on
select 'COPY in         ' || round(extract(epoch from clock_timestamp() - at)::numeric, 2) || ' s' from clock;
rollback;
S
start=$(now); python3 - "$work/answers.csv" <<'P'
import csv, json, sys
with open(sys.argv[1]) as f:
    for row in csv.DictReader(f):
        json.dumps({k: int(row[k]) for k in ("Q1", "Q2", "Q3", "Q4", "Q5", "NPS")})
P
echo "parsing beside  $(since "$start") s (python)"
echo "COPY out        $copy_out s"
for form in CSV XLSX; do
  start=$(now); id=$(api -H 'Content-Type: application/json' -d "{\"kind\":\"answers\",\"form\":\"$form\",\"filters\":{\"survey\":[\"$survey\"]}}" "$base/api/v1/exports" | field "['id']")
  while [ "$(api "$base/api/v1/exports/$id" | field "['state']")" != READY ]; do sleep 0.5; done
  echo "export $form     $(since "$start") s   resident $(heap)"
done
