#!/bin/bash
# Measures the queue of complaints at size, searching it by words, and filing one, beside the same companions as pages.sh:
# the very same page without the database (A), and for filing pgbench inserting the same rows in one commit.
#
#   benchmarks/complaints.sh [seconds per measurement]          as pages.sh, whose variables it knows
#
# Needs what pages.sh needs; a database filled by load.sql and then complaints.sql.
. "$(dirname "$0")/pages.sh"

at() { # condition, offset: where a page far down begins
  local at
  at=$(ask "select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') || ' ' || id from complaint where $1 order by received_at desc, id desc offset $2 limit 1")
  printf '>%s\x1f%s' "${at% *}" "${at#* }" | base64 -w0 | tr '+/' '-_' | tr -d '='
}

echo "$(ask "select count(*) || ' complaints, ' || count(*) filter (where closed_at is null) || ' open' from complaint"), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), $seconds s each"
printf '%-34s %8s %7s %7s %7s %4s %6s | %8s %7s %7s %6s | %6s %6s %6s | %s\n' page req/s p50 p99 bytes err cpu 'A req/s' p99 bytes cpu 'x A' 'p99/A' A/page 'B tps'
sign_in office
echo "/complaints" > "$dir/p"; page "queue first, open ones" HTML "$dir/p" -
echo "/complaints?cursor=$(at 'closed_at is null' 90000)" > "$dir/p"; page "queue deep, open ones" HTML "$dir/p" -
echo "/complaints?view=all" > "$dir/p"; page "queue first, all" HTML "$dir/p" -
echo "/complaints?view=all&cursor=$(at true 900000)" > "$dir/p"; page "queue deep, all" HTML "$dir/p" -
echo "/complaints?overdue=true" > "$dir/p"; page "queue overdue" HTML "$dir/p" -
for g in 1 2; do for k in COMPLAINT QUESTION; do for d in delivery solution commercial; do echo "/complaints?grade=$g&kind=$k&dimension=$d"; done; done; done > "$dir/p"
page "queue grade+kind+dimension" HTML "$dir/p" -
for q in 伺服电机 夜班 漏油 发票金额有误 减速机停机; do echo "/complaints?q=$(escaped "$q")"; done > "$dir/p"; page "words zh, open ones" HTML "$dir/p" -
sed 's/?/?view=all\&/' "$dir/p" > "$dir/q"; page "words zh, all" HTML "$dir/q" -
for q in spindle overheated "servo drive" firmware "line down"; do echo "/complaints?view=all&q=$(escaped "$q")"; done > "$dir/p"; page "words en, all" HTML "$dir/p" -
for q in 变频器漏油书面 液压站发票 zzzz C-BM00123456; do echo "/complaints?view=all&q=$(escaped "$q")"; done > "$dir/p"; page "words, rare" HTML "$dir/p" -

[[ filing =~ $only ]] || exit 0
ask "select c.id || '|' || k.id || '|' || t.staff_id from (select id from customer where number like 'C-B%' order by md5(number) limit 2000) c
  join lateral (select id from contact where customer_id = c.id limit 1) k on true join lateral (select staff_id from account_team where customer_id = c.id and role = 'CSR' limit 1) t on true" > "$dir/callers"
bearer="Bearer $(token office)"
file() { CALLERS="$dir/callers" TOKEN=$bearer wrk -t1 -c16 -d"$1s" --timeout 20s -s filing.lua "$base" | sed -n 's/^RESULT //p'; }
file "$warm" > /dev/null
# the rows of the last one, as plain inserts
ask "with it as (select * from complaint where verbatim like '主轴过热停机三次，夜班%' order by received_at desc limit 1)
  select 'with c as (' || (select format('insert into complaint (%s) values (%s) returning id', string_agg(quote_ident(key), ', '), string_agg(case key when 'id' then 'gen_random_uuid()'
        when 'number' then 'gen_random_uuid()' when 'grade_points' then quote_literal(it.grade_points) else quote_nullable(value) end, ', ')) from jsonb_each_text(to_jsonb(it)))
  || '), t as (insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) select ''benchmark'', id, now() + interval ''9 years'', false, 1 from c), h as (insert into complaint_holding (complaint_id, staff_id, since) select id, ''' || it.owner_id || ''', now() from c)'
  || (select string_agg(', k' || k.kind || ' as (insert into complaint_clock (' || (select string_agg(quote_ident(key), ', ') || ') select ' || string_agg(case key when 'complaint_id' then 'id' else quote_nullable(value) end, ', ') from jsonb_each_text(to_jsonb(k))) || ' from c)', '') from complaint_clock k where k.complaint_id = it.id)
  || (select ' insert into timeline_entry (' || string_agg(quote_ident(key), ', ') || ') select ' || string_agg(case key when 'id' then 'gen_random_uuid()' when 'subject_id' then 'id' when 'lane' then 'cast(1000 + random() * 29000 as int)' when 'seq' then 'cast(random() * 1e12 as bigint)'
        when 'mac' then 'sha256(''x'')' else quote_nullable(value) end, ', ') || ' from c;' from (select e.key, e.value from timeline_entry l, jsonb_each_text(to_jsonb(l)) e where l.subject_id = it.id and l.action = 'FILED') r)
  from it" > "$dir/row"
printf '%-34s %8s %7s %7s %7s %4s %8s | %8s %8s | %6s %6s\n' filing filed/s p50 p99 bytes err cpu 'pgbench/s' cpu x 'x cpu'
for ((n = 0; n < rounds; n++)); do
  before=$(cpu); it=$(file "$seconds"); spent=$(($(cpu) - before))
  before=$(cpu); plain=$(pgbench -n -M simple -c 16 -j 2 -T "$seconds" -f "$dir/row" 2>/dev/null | awk '/transactions actually/ { n = $NF + 0; sub(/\/.*/, "", $NF); n = $NF } /^tps/ { print $3, n }'); of_plain=$(($(cpu) - before))
  awk -v f="$it" -v s="$spent" -v b="$plain" -v p="$of_plain" 'BEGIN { split(f, x, " "); split(b, y, " "); a = s / x[6]; c = y[2] ? p / y[2] : 0
    printf "%-34s %8.0f %7.1f %7.1f %7d %4d %8.2f | %8.0f %8.3f | %6.3f %6.3f\n", "a complaint, API", x[1], x[2], x[3], x[4], x[5], a, y[1], c, x[1] / y[1], a ? c / a : 0 }'
done
