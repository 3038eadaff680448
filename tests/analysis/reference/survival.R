# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Prints the reference numbers of survival.toml with R's own survival package.
#   Rscript tests/analysis/reference/survival.R
# Run on 2026-11-21 with R and survival as the first line prints; test_process.py compares.
suppressPackageStartupMessages(library(survival))
cat(R.version.string, "survival", as.character(packageVersion("survival")), "\n")

times <- c(6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35)
relapse <- c(1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0)
fit <- summary(survfit(Surv(times, relapse) ~ 1, conf.type = "log-log"))
cat("freireich_6mp\n")
print(data.frame(time = fit$time, at_risk = fit$n.risk, survival = round(fit$surv, 4),
                 error = round(fit$std.err, 4), low = round(fit$lower, 4),
                 high = round(fit$upper, 4)), row.names = FALSE)

fit <- summary(survfit(Surv(time, status) ~ 1, data = subset(aml, x == "Maintained")))
cat("aml_maintained\n")
print(data.frame(time = fit$time, at_risk = fit$n.risk, survival = round(fit$surv, 3),
                 error = round(fit$std.err, 4)), row.names = FALSE)

cat("wilson\n")
for (row in list(c(81, 263), c(15, 148), c(0, 20), c(1, 29))) {
  interval <- prop.test(row[1], row[2], correct = FALSE)$conf.int
  cat(row, round(interval, 4), "\n")
}
