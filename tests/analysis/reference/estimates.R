# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Estimates of R's own survey package, which test_estimates_reference.py compares with ours. A name
# is design|kind|variable|by|domain|what; "by" and "domain" hold a + where two columns are crossed.
# data/api*.csv are R's samples of Californian schools; data/uneven.csv is made up: unequal weights,
# clusters in strata, two strata with one cluster, missing answers.
suppressPackageStartupMessages({
library(survey)
})
say <- function(..., value) cat(paste(..., sep = "|"), ",", sprintf("%.15g", value), "\n", sep = "")
cat("name,value\n")

both <- function(name, kind, variable, by, domain, found, df) {
  # confint wants a design with degrees of freedom
  if (df > 0) {
    interval <- as.vector(confint(found, df = df))
    say(name, kind, variable, by, domain, "ci_low", value = interval[1])
    say(name, kind, variable, by, domain, "ci_high", value = interval[2])
  }
  say(name, kind, variable, by, domain, "estimate", value = as.vector(coef(found)))
  say(name, kind, variable, by, domain, "standard_error", value = as.vector(SE(found)))
  say(name, kind, variable, by, domain, "degrees_of_freedom", value = df)
}

numbers <- function(name, d, variable, by, domain) {
  f <- as.formula(paste("~", variable))
  known <- d[!is.na(d$variables[[variable]]), ]
  say(name, "mean", variable, by, domain, "n", value = nrow(known))
  for (kind in c("mean", "total")) {
    estimator <- list(mean = svymean, total = svytotal)[[kind]]
    found <- estimator(f, known, deff = TRUE)
    both(name, kind, variable, by, domain, found, degf(known))
    say(name, kind, variable, by, domain, "deff", value = as.vector(deff(found)))
    found <- estimator(f, known, deff = "replace")
    say(name, kind, variable, by, domain, "deff_replacement", value = as.vector(deff(found)))
  }
  found <- svyquantile(f, known, c(.25, .5, .75), qrule = "math", df = degf(known))[[1]]
  values <- sort(unique(known$variables[[variable]]))
  for (q in rownames(found)) {
    # against its own definition svyquantile 4.1-1 never gives the smallest value but the one above
    # it: where it gives that one nothing is compared that follows from it
    lowest <- values[min(2, length(values))]
    numbers <- found[q, ]
    if (!is.finite(numbers["se"]) || numbers["se"] == 0) numbers[c("ci.2.5", "ci.97.5", "se")] <- NaN
    if (is.finite(numbers["se"]) && numbers["ci.2.5"] <= lowest) numbers <- numbers["quantile"]
    if (numbers["quantile"] <= lowest) next
    for (what in names(numbers)) {
      say(name, "quantile", paste0(variable, " q", q), by, domain, what, value = numbers[what])
    }
  }
}

ratios <- function(name, d, above, below, by, domain) {
  known <- d[!is.na(d$variables[[above]]) & !is.na(d$variables[[below]]), ]
  found <- svyratio(as.formula(paste("~", above)), as.formula(paste("~", below)), known, deff = TRUE)
  variable <- paste(above, below, sep = "/")
  both(name, "ratio", variable, by, domain, found, degf(known))
  say(name, "ratio", variable, by, domain, "deff", value = as.vector(deff(found)))
}

# svyciprop sets the effective number no bound; ours is at most n / the share of the population that
# was not drawn (SAS and the first publication bound it by n)
bounded <- function(known, share, interval) {
  left <- weighted.mean(1 - known$variables$drawn, weights(known))
  most <- nrow(known) / left
  n_eff <- share * (1 - share) / as.vector(vcov(svymean(~picked, known)))
  if (n_eff <= most) return(interval)
  n_eff <- most * (qt(.025, nrow(known) - 1) / qt(.025, degf(known)))^2
  c(qbeta(.025, n_eff * share, n_eff * (1 - share) + 1),
    qbeta(.975, n_eff * share + 1, n_eff * (1 - share)))
}

shares <- function(name, d, variable, category, by, domain) {
  known <- d[!is.na(d$variables[[variable]]), ]
  known <- update(known, picked = as.numeric(known$variables[[variable]] == category))
  label <- if (category == "1") variable else paste(variable, category, sep = "=")
  found <- svymean(~picked, known)
  say(name, "proportion", label, by, domain, "estimate", value = as.vector(coef(found)))
  say(name, "proportion", label, by, domain, "standard_error", value = as.vector(SE(found)))
  for (method in c("xlogit", "beta")) {
    # binomial bounds of an effective number need answers that vary
    if (abs(coef(found) - .5) > .5 - 1e-9) next
    interval <- as.vector(attr(svyciprop(~picked, known, method = method), "ci"))
    if (method == "beta") interval <- bounded(known, as.vector(coef(found)), interval)
    say(name, "proportion", label, by, domain, paste0(method, "_low"), value = interval[1])
    say(name, "proportion", label, by, domain, paste0(method, "_high"), value = interval[2])
  }
}

by_domain <- function(name, d, by, work) {
  columns <- strsplit(by, "+", fixed = TRUE)[[1]]
  if (length(columns) == 0) return(work(d, "", ""))
  labels <- do.call(paste, c(lapply(columns, function(c) as.character(d$variables[[c]])), sep = "+"))
  for (domain in sort(unique(labels))) work(d[labels == domain, ], by, domain)
}

schools <- function(name, d, bys) {
  for (by in bys) by_domain(name, d, by, function(d, by, domain) {
    numbers(name, d, "api00", by, domain)
    numbers(name, d, "enroll", by, domain)
    ratios(name, d, "api.stu", "enroll", by, domain)
    shares(name, d, "sch.wide", "Yes", by, domain)
    shares(name, d, "comp.imp", "No", by, domain)
  })
}

people <- function(name, d, bys) {
  for (by in bys) by_domain(name, d, by, function(d, by, domain) {
    numbers(name, d, "grade", by, domain)
    numbers(name, d, "visits", by, domain)
    ratios(name, d, "calls", "grade", by, domain)
    shares(name, d, "safe", "1", by, domain)
    shares(name, d, "rare", "1", by, domain)
    shares(name, d, "mode", "paper", by, domain)
  })
}

# the share of the units of each row's stratum that was drawn
drawn <- function(strata, units, population) {
  ave(as.numeric(factor(paste(strata, units))), strata, FUN = function(u) length(unique(u))) / population
}
strat <- read.csv("data/apistrat.csv")
strat$drawn <- drawn(strat$stype, seq_along(strat$stype), strat$fpc)
schools("strat", svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat),
        c("", "stype", "sch.wide", "comp.imp+sch.wide"))
schools("strat_without_fpc", svydesign(~1, strata = ~stype, weights = ~pw,
                                       data = transform(strat, drawn = 0)), "")
clus1 <- read.csv("data/apiclus1.csv")
clus1$drawn <- drawn(1, clus1$dnum, clus1$fpc)
schools("clus1", svydesign(~dnum, weights = ~pw, fpc = ~fpc, data = clus1), c("", "stype"))
srs <- transform(read.csv("data/apisrs.csv"), drawn = 200 / 6194)
schools("srs", svydesign(~1, fpc = ~fpc, data = srs), c("", "stype"))

uneven <- read.csv("data/uneven.csv")
rows <- function() {
  people <- drawn(uneven$stratum, seq_along(uneven$stratum), uneven$people_in_population)
  svydesign(~1, strata = ~stratum, weights = ~weight, fpc = ~people_in_population,
            data = transform(uneven, drawn = people))
}
clusters <- function() {
  groups <- drawn(uneven$stratum, uneven$cluster, uneven$clusters_in_population)
  svydesign(~cluster, strata = ~stratum, weights = ~weight, nest = TRUE,
            fpc = ~clusters_in_population, data = transform(uneven, drawn = groups))
}
for (rule in c("certainty", "adjust", "average")) {
  options(survey.lonely.psu = rule)
  people(paste0("rows_", rule), rows(), c("", "area"))
  people(paste0("clusters_", rule), clusters(), if (rule == "adjust") c("", "area", "area+mode") else "area")
}
options(survey.lonely.psu = "fail")
refused <- tryCatch({ svymean(~visits, clusters()); 0 }, error = function(e) 1)
say("clusters_fail", "mean", "visits", "", "", "refused", value = refused)
