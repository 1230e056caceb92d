#!/bin/sh
# How long a running CESM takes to import customers, each with one contact and three contact points.
#   benchmarks/import-customers.sh http://127.0.0.1:8080 <login of the office> <password> [rows]
# Prints the seconds of the trial and of the import, rows per second, and the memory of the server while it works
# (give its pid as CESM_PID). Needs curl, awk and jq.
set -eu
base=$1 login=$2 password=$3 rows=${4:-100000}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT

awk -v n="$rows" -v run="$(date +%s)" 'BEGIN {
  print "客户编号,客户名称,等级,行业,地址,联系人,职务,电话,手机,邮箱"
  split("上海 北京 深圳 杭州 成都 武汉 西安 南京", city); split("机械 电子 化工 能源 交通 医疗", trade)
  split("王 李 张 刘 陈 杨 赵 黄", family); split("伟 敏 静 强 磊 洋 艳 勇", given)
  for (i = 1; i <= n; i++) {
    c = city[i % 8 + 1]; t = trade[i % 6 + 1]
    printf "B%s-%07d,%s%s%07d有限公司,%d,%s,%s市第%d路%d号,%s%s,采购经理,021-%08d,13%09d,p%d.%s@example.com\n",
      run, i, c, t, i, i % 4 + 1, t, c, i % 97, i % 999, family[i % 8 + 1], given[int(i / 8) % 8 + 1],
      50000000 + i % 9999999, (run + i) % 1000000000, i, run
  }
}' > "$dir/customers.csv"

api() { curl -sS -H "Authorization: Bearer $token" -H 'Accept-Language: en' "$@"; }
field() { jq -r "$1" "$dir/answer"; }
token=$(curl -sS -H 'Content-Type: application/json' -d "{\"username\":\"$login\",\"password\":\"$password\",\"name\":\"import benchmark\"}" "$base/api/v1/tokens" | jq -r .token)
api -F kind=customers -F "file=@$dir/customers.csv;type=text/csv" "$base/api/v1/imports" > "$dir/answer"
id=$(field .id); at=$base/api/v1/imports/$id
etag() { api -o /dev/null -D - "$at" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p'; }
memory() { [ -z "${CESM_PID:-}" ] || awk '/VmRSS/ { printf " rss=%d MiB", $2 / 1024 }' "/proc/$CESM_PID/status"; }
seconds() { awk -v a="$1" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }

walk() {
  began=$(date +%s.%N)
  api -X POST -H "If-Match: $(etag)" -H 'Content-Type: application/json' "$at/$1" -d '{}' > "$dir/answer"
  while api "$at" > "$dir/answer"; [ "$(field .state)" = "$2" ]; do
    printf '\r%s %s rows%s   ' "$1" "$(field .counts.done)" "$(memory)"; sleep 1
  done
  took=$(seconds "$began")
  printf '\r%s: %s s, %s rows/s, state %s, %s%s\n' "$1" "$took" "$(awk -v r="$rows" -v s="$took" 'BEGIN { printf "%d", r / s }')" \
    "$(field .state)" "$(field '.counts | tostring')" "$(memory)"
}
walk check CHECKING
walk start RUNNING
