# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Waits with a competing ending and with open cases (Aalen-Johansen), and the same waits without
# (Kaplan-Meier), by R's own survival package: share, standard error, log-log interval, median.
library(survival)

waits <- read.csv("data/waits.csv")
put <- function(name, value) cat(sprintf("%s,%.15g\n", name, value))
cat("name,value\n")

one <- function(domain, rows) {
  ending <- factor(rows$ending, levels = c("open", "answered", "closed"))
  fit <- survfit(Surv(rows$days, ending) ~ 1, conf.type = "log-log")
  column <- match("answered", fit$states)
  for (at in which(fit$n.event[, column] > 0)) {
    put(sprintf("aj %s %d at_risk", domain, fit$time[at]), fit$n.risk[at, 1])
    put(sprintf("aj %s %d share", domain, fit$time[at]), fit$pstate[at, column])
    put(sprintf("aj %s %d error", domain, fit$time[at]), fit$std.err[at, column])
    put(sprintf("aj %s %d low", domain, fit$time[at]), fit$lower[at, column])
    put(sprintf("aj %s %d high", domain, fit$time[at]), fit$upper[at, column])
  }
}

alone <- function(domain, rows) {
  rows <- rows[rows$ending != "closed", ]
  fit <- survfit(Surv(rows$days, rows$ending == "answered") ~ 1, conf.type = "log-log")
  for (at in which(fit$n.event > 0 & fit$surv > 0)) {
    put(sprintf("km %s %d share", domain, fit$time[at]), 1 - fit$surv[at])
    put(sprintf("km %s %d error", domain, fit$time[at]), fit$std.err[at] * fit$surv[at])
    put(sprintf("km %s %d low", domain, fit$time[at]), 1 - fit$upper[at])
    put(sprintf("km %s %d high", domain, fit$time[at]), 1 - fit$lower[at])
  }
  middle <- quantile(fit, 0.5)
  put(sprintf("km %s median", domain), middle$quantile)
  put(sprintf("km %s median low", domain), middle$lower)
  put(sprintf("km %s median high", domain), middle$upper)
}

for (domain in unique(waits$area)) {
  one(domain, waits[waits$area == domain, ])
  alone(domain, waits[waits$area == domain, ])
}
