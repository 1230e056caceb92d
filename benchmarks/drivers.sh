#!/bin/sh
# How long key drivers by Shapley values take: 10 drivers, each resample a bootstrap.
#   mvn -q -pl cesm-satisfaction -am compile
#   benchmarks/drivers.sh [answers] [resamples]
# Prints seconds (three runs in one JVM, the first one cold). With R in the path it works the same figure out
# there on the same answers, resampling rows and solving all 1,024 regressions on the correlation matrix,
# for a tenth of the resamples, and prints the seconds for all of them. Needs JDK 25 (JAVA_HOME).
set -eu
cd "$(dirname "$0")/.."
n=${1:-100000} resamples=${2:-1000}
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT
jars=$(find "$HOME/.m2/repository/org/hipparchus/hipparchus-core" "$HOME/.m2/repository/org/jspecify" -name '*.jar' | tr '\n' ':')
"${JAVA_HOME:-/usr}/bin/java" -cp "cesm-satisfaction/target/classes:cesm-domain/target/classes:$jars" \
  benchmarks/Drivers.java "$n" "$resamples" "$dir/answers.csv"

command -v Rscript >/dev/null || { echo "R is not here: no comparison"; exit 0; }
cat > "$dir/drivers.R" <<'R'
args <- commandArgs(TRUE); x <- as.matrix(read.csv(args[1])); all <- as.integer(args[2]); b <- max(1, all %/% 10); k <- 10
subsets <- lapply(0:(2^k - 1), function(s) which(bitwAnd(s, 2^(0:(k - 1))) > 0))
weight <- factorial(0:(k - 1)) * factorial((k - 1):0) / factorial(k)
shares <- function(r) {
  r2 <- vapply(subsets, function(s) if (length(s)) sum(r[k + 1, s] * solve(r[s, s, drop = FALSE], r[s, k + 1])) else 0, 0)
  vapply(1:k, function(j) { out <- which(!vapply(subsets, function(s) j %in% s, TRUE))
    sum(weight[lengths(subsets[out]) + 1] * (r2[out + 2^(j - 1)] - r2[out])) }, 0)
}
print(round(shares(cor(x)), 6)); set.seed(1)
t <- system.time(for (i in 1:b) shares(cor(x[sample.int(nrow(x), replace = TRUE), ])))[["elapsed"]]
cat(sprintf("R: %.1f s for %d resamples (%d measured)\n", t * all / b, all, b))
R
Rscript "$dir/drivers.R" "$dir/answers.csv" "$resamples"
