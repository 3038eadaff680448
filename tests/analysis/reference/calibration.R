# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Calibrated weights and standard errors of R survey: raking and linear (GREG), with unequal base
# weights, which alone tell one linearisation from another, for stratified, clustered and
# unclustered designs, with and without finite population correction, for domains. Margins are
# counted in the full population of 6,194 schools.
suppressPackageStartupMessages({
library(survey)
})
data(api)

say <- function(name, value) cat(sprintf("%s,%.14g\n", name, value))
cat("name,value\n")

for (variable in c("stype", "sch.wide", "comp.imp")) {
  counts <- table(apipop[[variable]])
  for (category in names(counts)) say(paste("margin", variable, category, sep = "|"), counts[category])
}
say("margin|api99|", sum(apipop$api99))
say("margin|meals|", sum(apipop$meals))

# the same in the tests: weights that differ within strata
apistrat$uneven <- apistrat$pw * (1 + (apistrat$api99 %% 7) / 5)
apiclus1$uneven <- apiclus1$pw * (1 + (apiclus1$api99 %% 7) / 5)

full <- function(formula) colSums(model.matrix(formula, apipop))
main <- ~ stype + sch.wide + comp.imp
numbers <- ~ stype + sch.wide + api99 + meals

designs <- list(
  strat = svydesign(~1, strata = ~stype, weights = ~uneven, data = apistrat),
  stratfpc = svydesign(~1, strata = ~stype, weights = ~uneven, fpc = ~fpc, data = apistrat),
  clus = svydesign(~dnum, weights = ~uneven, data = apiclus1),
  clusfpc = svydesign(~dnum, weights = ~uneven, fpc = ~fpc, data = apiclus1),
  plain = svydesign(~1, weights = ~uneven, data = apistrat)
)

tell <- function(name, design) {
  w <- weights(design)
  for (place in c(1, 50, 100, 150, 183)) say(paste(name, "weight", place, sep = "|"), w[place])
  say(paste(name, "weight", "squares", sep = "|"), sum(w^2))
  one <- function(what, estimate) {
    say(paste(name, what, "estimate", sep = "|"), coef(estimate)[1])
    say(paste(name, what, "se", sep = "|"), SE(estimate)[1])
  }
  one("mean api00", svymean(~api00, design))
  one("total enroll", svytotal(~enroll, design))
  one("ratio", svyratio(~api.stu, ~enroll, design))
  for (level in c("No", "Yes")) {
    one(paste("mean api00", level), svymean(~api00, subset(design, comp.imp == level)))
    one(paste("total enroll", level), svytotal(~enroll, subset(design, comp.imp == level)))
  }
  one("mean meals of 6", svymean(~meals, subset(design, api99 %% 7 == 6)))
}

for (name in names(designs)) {
  for (calfun in c("raking", "linear")) {
    done <- calibrate(designs[[name]], main, full(main), calfun = calfun, epsilon = 1e-12, maxit = 200)
    tell(paste(name, calfun, sep = "|"), done)
    if (name == "plain") next
    done <- calibrate(designs[[name]], numbers, full(numbers), calfun = calfun, epsilon = 1e-12,
                      maxit = 200)
    tell(paste(name, calfun, "numeric", sep = "|"), done)
  }
}

# one variable: post-stratification, by R's own function
tell("clus|post", postStratify(designs$clus, ~stype, as.data.frame(table(stype = apipop$stype))))

# classical raking: the same weights, another linearisation
margins <- lapply(list(~stype, ~sch.wide, ~comp.imp), function(f) as.data.frame(xtabs(f, apipop)))
tell("strat|rake", rake(designs$strat, list(~stype, ~sch.wide, ~comp.imp), margins,
                        control = list(maxit = 500, epsilon = 1e-9, verbose = FALSE)))
