#!/bin/bash
# Measures pages of a running CESM at size, each beside two companions in the same run:
#   A  the very same page (or JSON answer) made again from what was read once, without the database, and
#   B  the page's own SQL in pgbench.
#
#   benchmarks/pages.sh [seconds per measurement]          default 10
#   ROUNDS=3 ONLY='record|type-ahead' benchmarks/pages.sh 4    page and companion by turns, medians of the rounds
#
# Beside the rates stands the processor time a request takes, program and database together, without the JVM's compilers: on a
# busy machine rates tell of the others, this does not, nor does the ratio of A's to the page's ("A/page").
#
# Needs curl, wrk, psql, pgbench; a CESM in the profiles demo,benchmark (see benchmarks/README.md) at BASE (default
# http://127.0.0.1:8080) whose database load.sql has filled, and the PG… variables of psql. Sixteen connections.
set -euo pipefail
cd "$(dirname "$0")"
base=${BASE:-http://127.0.0.1:8080} seconds=${1:-10}
only=${ONLY:-.} rounds=${ROUNDS:-1} warm=${WARM:-4}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT

sign_in() { # of the login $1, leaves the cookie in $cookie
  local token
  token=$(curl -sS -c "$dir/jar" "$base/login" | grep -o 'name="_csrf"[^>]*value="[^"]*"' | head -1 | sed 's/.*value="//;s/"$//')
  curl -sS -o /dev/null -b "$dir/jar" -c "$dir/jar" --data-urlencode "username=$1" --data-urlencode "password=${PASSWORD:-River-Stone-Lantern-27}" \
    --data-urlencode "_csrf=$token" "$base/login"
  cookie="Cookie: $(awk '!/^# / && NF >= 7 { printf "%s%s=%s", sep, $6, $7; sep = "; " }' "$dir/jar" | sed 's/#HttpOnly_//')"
}

token() { # of the login $1, for programs
  curl -sS -H 'Content-Type: application/json' -d "{\"username\":\"$1\",\"password\":\"${PASSWORD:-River-Stone-Lantern-27}\",\"name\":\"benchmark\"}" \
    "$base/api/v1/tokens" | sed 's/.*"token":"\([^"]*\)".*/\1/'
}

program=${CESM_PID:-$(ss -ltnpH "sport = :${base##*:}" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -1)}
postmaster=$(ps -o ppid= -p "$(psql -X -q -t -A -c 'select min(pid) from pg_stat_activity where pid <> pg_backend_pid()')" 2>/dev/null | tr -d ' ' || true)

cpu() { # milliseconds of processor time that program and database have taken until now
  [ -n "$program" ] && [ -n "$postmaster" ] || { echo 0; return; }
  { sed 's/^/program /' "/proc/$program/stat"
    grep -sh '(C[12] Compiler' "/proc/$program"/task/*/stat | sed 's/^/compiler /'
    sed 's/^/postmaster /' "/proc/$postmaster/stat"
    for child in $(pgrep -P "$postmaster"); do sed 's/^/backend /' "/proc/$child/stat" 2>/dev/null || true; done
  } | awk -v tick="$(getconf CLK_TCK)" '{ who = $1; sub(/.*\) /, ""); t = $12 + $13; if (who == "postmaster") t += $14 + $15
      sum += who == "compiler" ? -t : t } END { printf "%d\n", sum * 1000 / tick }'
}

load() { # the addresses on standard input; prints requests/s, median and 99th percentile in ms, bytes, errors, ms of processor time
  local before
  cat > "$dir/paths"
  before=$(cpu)
  PATHS="$dir/paths" wrk -t1 -c16 -d"${2:-$seconds}s" --timeout 20s -H "$cookie" -H 'Accept-Language: zh-CN' -s paths.lua "$base" | sed -n 's/^RESULT //p' > "$dir/result"
  awk -v spent=$(($(cpu) - before)) '{ printf "%s %s %s %s %s %.3f\n", $1, $2, $3, $4, $5, $6 ? spent / $6 : 0 }' "$dir/result"
}

medians() { # of each column
  awk '{ for (i = 1; i <= NF; i++) v[i, NR] = $i; n = NF } END {
    for (i = 1; i <= n; i++) {
      for (a = 1; a <= NR; a++) for (b = a + 1; b <= NR; b++) if (v[i, a] > v[i, b]) { t = v[i, a]; v[i, a] = v[i, b]; v[i, b] = t }
      printf "%s%s", v[i, int((NR + 1) / 2)], i < n ? " " : "\n"
    } }'
}

freeze() { curl -sS -o /dev/null -f -H "$cookie" -H 'Accept-Language: zh-CN' -H "X-Freeze: $1" "$base$2"; }

row() { # name, product's figures, companion's figures, transactions/s of B
  awk -v name="$1" -v p="$2" -v a="$3" -v b="$4" 'BEGIN {
    split(p, x, " "); split(a, y, " ")
    printf "%-34s %8.0f %7.1f %7.1f %7d %4d %6.2f | %8.0f %7.1f %7d %6.2f | %6.2f %6.2f %6s | %s\n", name, x[1], x[2], x[3], x[4], x[5], x[6],
           y[1], y[3], y[4], y[6], x[1] / y[1], x[3] / y[3], x[6] ? sprintf("%.2f", y[6] / x[6]) : "-", b }'
}

page() { # name, JSON or HTML, file with addresses, name of the SQL for B or -
  [[ "$1" =~ $only ]] || return 0
  local name=$1 kind=$2 paths=$3 again first mine frozen tps=-
  first=$(head -1 "$paths")
  freeze "${name// /-}" "$first"
  again=$([ "$kind" = JSON ] && echo "/api/v1/benchmark/${name// /-}" || echo "/benchmark/pages/${name// /-}")
  load "" "$warm" < "$paths" > /dev/null
  echo "$again" | load "" "$warm" > /dev/null
  : > "$dir/mine"; : > "$dir/frozen"
  for ((n = 0; n < rounds; n++)); do
    load < "$paths" >> "$dir/mine"
    echo "$again" | load >> "$dir/frozen"
  done
  mine=$(medians < "$dir/mine")
  frozen=$(medians < "$dir/frozen")
  if [ "$4" != - ]; then
    tps=$(pgbench -n -M prepared -c 16 -j 2 -T "$seconds" -f "$dir/$4.sql" 2>/dev/null | sed -n 's/^tps = \([0-9]*\).*/\1/p')
  fi
  row "$name" "$mine" "$frozen" "$tps"
}

escaped() { printf %s "$1" | od -An -v -tx1 | tr -d '\n' | sed 's/ /%/g'; }

ask() { psql -X -q -t -A -c "$1"; }

[ "${BASH_SOURCE[0]}" = "$0" ] || return 0 # sourced for what stands above

rows="select e.id, e.number, e.verbatim, e.customer_id, c.name, c.name_en, c.tier, e.contact_id, k.name, e.state, e.dimension_code, d.name, d.name_en,
  e.flow, e.importance, e.kano, e.owner_id, o.name, e.due_on, e.captured_at, e.expected_level, e.committed_level, e.delivered_level, e.perceived_level, e.version
  from (select e.id from expectation e where WHERE order by ORDER limit 26) page join expectation e on e.id = page.id join customer c on c.id = e.customer_id
  join contact k on k.id = e.contact_id left join staff o on o.id = e.owner_id left join dimension d on d.code = e.dimension_code order by ORDER"
sql() { # name, condition, order
  local text=${rows//ORDER/${3:-e.captured_at desc, e.id desc}}
  echo "${text/WHERE/"$2"};" | tr '\n' ' ' > "$dir/$1.sql"
}

deep_at=$(ask "select to_char(captured_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || ' ' || id from expectation order by captured_at desc, id desc offset ${DEEP:-900000} limit 1")
deep_time=${deep_at% *} deep_id=${deep_at#* }
cursor=$(printf '>%s\x1f%s' "$deep_time" "$deep_id" | base64 -w0 | tr '+/' '-_' | tr -d '=')

echo "$(ask "select count(*) || ' expectations, ' || (select count(*) from customer) || ' customers, ' || (select count(*) from timeline_entry) || ' timeline entries' from expectation"), $(nproc) cores, $seconds s each"
printf '%-34s %8s %7s %7s %7s %4s %6s | %8s %7s %7s %6s | %6s %6s %6s | %s\n' page req/s p50 p99 bytes err cpu 'A req/s' p99 bytes cpu 'x A' 'p99/A' A/page 'B tps'

sign_in office
echo "/expectations?view=all" > "$dir/p"; sql first true; page "register first" HTML "$dir/p" first
echo "/expectations?view=all&cursor=$cursor" > "$dir/p"
sql deep "(e.captured_at, e.id) < ('$deep_time', '$deep_id')"; page "register deep" HTML "$dir/p" deep
for s in COMMITTED CLARIFIED; do for f in ITR IPD; do for d in delivery solution commercial; do echo "/expectations?state=$s&flow=$f&dimension=$d"; done; done; done > "$dir/p"
sql three "e.state = 'COMMITTED' and e.flow = 'ITR' and e.dimension_code = 'delivery'"; page "register state+flow+dimension" HTML "$dir/p" three
for t in 1 3; do echo "/expectations?tier=$t&flow=LTC&overdue=true"; done > "$dir/p"
sql overdue "e.customer_id in (select ct.id from customer ct where ct.tier = 3) and e.flow = 'LTC' and e.due_on < current_date" "e.due_on, e.id"
page "register tier+flow+overdue" HTML "$dir/p" overdue
echo "/expectations?tier=2&flow=LTC&overdue=true" > "$dir/p"; page "register tier 2+flow+overdue" HTML "$dir/p" -
for q in 伺服电机 夜班 停线 培训资料 减速机; do for s in COMMITTED NOT_MET; do echo "/expectations?q=$(escaped "$q")&state=$s&flow=ITR"; done; done > "$dir/p"
sql words "e.search @@ cast('''伺服'' & ''服电'' & ''电机''' as tsquery) and e.state = 'COMMITTED' and e.flow = 'ITR'"; page "register text+state+flow" HTML "$dir/p" words
echo "/expectations?q=E-B00123456" > "$dir/p"; page "register number" HTML "$dir/p" -

ask "select '/customers/' || id from customer where number like 'C-B%' order by md5(number) limit 500" > "$dir/p"; page "customer page" HTML "$dir/p" -
ask "select '/expectations/' || id from expectation where number like 'E-B%' order by md5(number) limit 500" > "$dir/p"; page "expectation record" HTML "$dir/p" -
echo "/customers" > "$dir/p"; page "customers first" HTML "$dir/p" -
for q in 上海恒远 瑞丰 机械12 13900012345 50012345 p4711@example.com 华诚电 C-B0004711 王伟 深圳; do echo "/api/v1/customers/suggest?q=$(escaped "$q")"; done > "$dir/p"
browser=$cookie; cookie="Authorization: Bearer $(token office)"; page "type-ahead API" JSON "$dir/p" -; cookie=$browser
sed 's,/api/v1,,' "$dir/p" > "$dir/q"; page "type-ahead page" HTML "$dir/q" -
if [[ "type-ahead API, all things typed" =~ $only ]]; then # escaped all at once: twenty thousand processes would take minutes
  ask "select '/api/v1/customers/suggest?q=' || upper(regexp_replace(encode(convert_to(left(name, 2 + abs(hashtext(number)) % 6), 'UTF8'), 'hex'), '(..)', '%\\1', 'g'))
         from customer where number like 'C-B%' order by md5(number) limit 20000" > "$dir/many"
fi
cookie="Authorization: Bearer $(token office)"; page "type-ahead API, all things typed" JSON "$dir/many" -; cookie=$browser
sed 's,/api/v1/customers,/search,' "$dir/p" > "$dir/q"; page "global search as you type" HTML "$dir/q" -
echo "/work" > "$dir/p"; page "my work (office)" HTML "$dir/p" -
echo "/expectations/board" > "$dir/p"; page "board" HTML "$dir/p" -
echo "/expectations/calendar" > "$dir/p"; page "calendar" HTML "$dir/p" -
echo "/insights/expectations" > "$dir/p"; page "insights" HTML "$dir/p" -
echo "/levels" > "$dir/p"; page "levels customers x dimensions" HTML "$dir/p" -
echo "/audit" > "$dir/p"; page "audit log" HTML "$dir/p" -

echo "/expectations" > "$dir/p"; page "register first, open ones" HTML "$dir/p" -

sign_in csr
echo "/work" > "$dir/p"; page "my work (csr, 200 customers)" HTML "$dir/p" -
echo "/expectations" > "$dir/p"; page "register first (csr)" HTML "$dir/p" -
for f in ITR IPD; do for d in delivery solution commercial; do echo "/expectations?state=COMMITTED&flow=$f&dimension=$d"; done; done > "$dir/p"; page "register three filters (csr)" HTML "$dir/p" -
sign_in manager
echo "/expectations" > "$dir/p"; page "register first (manager)" HTML "$dir/p" -
for f in ITR IPD; do for d in delivery solution commercial; do echo "/expectations?state=COMMITTED&flow=$f&dimension=$d"; done; done > "$dir/p"; page "register three filters (manager)" HTML "$dir/p" -
