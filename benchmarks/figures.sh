#!/bin/bash
# Roll-ups and the dashboard of a survey at several sizes; see README.md.
# benchmarks/figures.sh http://127.0.0.1:8080 office PASSWORD 10000 1000000
# PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD lead to the database of that program. Needs psql, curl.
# Beside each time stands the processor time it took, program and database together: on a busy machine compare those.
BASE=$1; user=$2; password=$3; shift 3
here=$(cd "$(dirname "$0")" && pwd)
. "$here/pages.sh"
token=$(curl -sS -H 'Content-Type: application/json' -d "{\"username\":\"$user\",\"password\":\"$password\",\"name\":\"figures $RANDOM\",\"rights\":[\"VIEW\",\"SETTINGS\"]}" \
    "$base/api/v1/tokens" | sed 's/.*"token":"\([^"]*\)".*/\1/')
took() { # what is measured takes $2 of these; milliseconds of processor since $1
    awk -v a="$1" -v b="$(cpu)" -v n="$2" 'BEGIN { printf "%.1f ms of processor", (b - a) / n }'
}
call() { curl -sS -o "$1" -w '%{time_total}' -H "Authorization: Bearer $token" "${@:2}"; }
median() { sort -n | sed -n "$(( ($1 + 1) / 2 ))p"; }
for answers in "$@"; do
    survey=$(cat /proc/sys/kernel/random/uuid)
    echo "== $answers answers, survey $survey"
    psql -q -v survey="$survey" -v answers="$answers" -f "$here/figures.sql" > /dev/null
    begin=$(date +%s.%N); c=$(cpu)
    while [ "$(psql -Atc "select count(*) from (select 1 from survey_pending where survey_id = '$survey' limit 1) x")" != 0 ]; do sleep 0.2; done
    echo "counted as they came: $(echo "$(date +%s.%N) - $begin" | bc) s, $(took "$c" 1)"
    call /tmp/figures.json -X POST "$base/api/v1/surveys/$survey/figures/compare" > /dev/null
    echo "compared: $(sed 's/,"differences.*//' /tmp/figures.json)}"
    c=$(cpu); echo "counted anew: $(call /tmp/figures.json -X POST "$base/api/v1/surveys/$survey/figures/rebuild") s, $(took "$c" 1)  $(cat /tmp/figures.json)"
    call /tmp/figures.json -X POST "$base/api/v1/surveys/$survey/figures/compare" > /dev/null
    echo "compared: $(sed 's/,"differences.*//' /tmp/figures.json)}"
    for view in figures figures/trend 'figures/segments?by=tier' 'figures?tier=1'; do
        for i in 1 2 3 4 5; do call /dev/null "$base/api/v1/surveys/$survey/$view" > /dev/null; done
        c=$(cpu); it=$(for i in $(seq 21); do call /dev/null "$base/api/v1/surveys/$survey/$view"; echo; done | median 21)
        printf '%-28s %s s, %s\n' "$view" "$it" "$(took "$c" 21)"
    done
    # the same numbers from the raw rows, as plain SQL
    c=$(cpu); it=$(for i in 1 2 3; do psql -At -c '\timing on' -c "select i.key, i.value #>> '{}', count(*) from survey_response r, jsonb_each(r.items) i where r.survey_id = '$survey' group by 1, 2" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'; done | median 3)
    printf '%-28s %s ms, %s\n' 'plain GROUP BY' "$it" "$(took "$c" 3)"
    c=$(cpu); it=$(for i in 1 2 3; do call /dev/null "$base/api/v1/surveys/$survey/figures?tier=1&language=zh"; echo; done | median 3)
    printf '%-28s %s s, %s\n' 'free: tier and language' "$it" "$(took "$c" 3)"
    c=$(cpu); it=$(for i in 1 2 3; do psql -At -c '\timing on' -c "select i.key, i.value #>> '{}', count(*) from survey_response r, jsonb_each(r.items) i where r.survey_id = '$survey' and r.segments ->> 'tier' = '1' and r.language = 'zh' group by 1, 2" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p'; done | median 3)
    printf '%-28s %s ms, %s\n' 'its plain SQL' "$it" "$(took "$c" 3)"
done
