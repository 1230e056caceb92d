#!/bin/bash
# Processor seconds spent so far – beside the wall time they say something on a busy machine, too.
#   . benchmarks/cpu-seconds.sh; cpu_of_program <pid>; cpu_of_main <pid>; cpu_of_postgres <data directory of CESM>
# Reads /proc, so Linux only. Counted are the process, its threads, and children that have ended.

ticks() { # of the process $1; 0 if it has gone
  awk '{ sub(/.*\) /, ""); print $12 + $13 + $14 + $15 }' "/proc/$1/stat" 2>/dev/null || echo 0
}

seconds() { awk -v t="$1" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.1f", t / hz }'; }

cpu_of_program() { seconds "$(ticks "$1")"; }

cpu_of_main() { # of the thread that starts the program: what a start takes when another core does the rest
  local task sum=0
  for task in /proc/"$1"/task/*; do
    [ "$(cat "$task/comm" 2>/dev/null)" != java ] || sum=$((sum + $(awk '{ sub(/.*\) /, ""); print $12 + $13 }' "$task/stat")))
  done
  seconds "$sum"
}

cpu_of_postgres() {
  local main sum child
  main=$(head -1 "$1/postgresql/cluster-18/postmaster.pid" 2>/dev/null) || { echo 0; return; }
  sum=$(ticks "$main")
  for child in $(cat "/proc/$main/task/$main/children" 2>/dev/null); do sum=$((sum + $(ticks "$child"))); done
  seconds "$sum"
}
