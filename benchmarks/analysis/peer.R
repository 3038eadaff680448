# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# R's side, in a process of its own: Rscript --vanilla peer.R WORK FOLDER TIMES OUT
# Only svyby is timed: reading, describing the design and calibrating come before.
suppressPackageStartupMessages(library(survey))
asked <- commandArgs(trailingOnly = TRUE)
work <- asked[1]
times <- as.integer(asked[3])
data <- read.csv(file.path(asked[2], "monitor.csv"), stringsAsFactors = TRUE)
first <- match("neighbourhoods", names(data)) + 1
indicators <- setdiff(names(data)[first:ncol(data)], "base_weight")

calibrated <- function() {
  margins <- read.csv(file.path(asked[2], "margins.csv"), stringsAsFactors = FALSE)
  totals <- c()
  for (name in c("sex", "age", "region")) {
    rows <- margins[margins$variable == name, ]
    others <- rows$total[match(levels(data[[name]])[-1], rows$category)]
    names(others) <- paste0(name, levels(data[[name]])[-1])
    totals <- c(totals, others)
  }
  everyone <- sum(margins$total[margins$variable == "sex"])
  base <- svydesign(ids = ~1, strata = ~municipality, weights = ~base_weight, data = data)
  calibrate(base, ~ sex + age + region, c(`(Intercept)` = everyone, totals),
            calfun = "raking", epsilon = 1e-10, maxit = 100)
}

design <- if (work == "calibrated") {
  calibrated()
} else if (startsWith(work, "clustered")) {
  svydesign(ids = ~neighbourhood, strata = ~municipality, weights = ~weight,
            fpc = ~neighbourhoods, data = data)
} else {
  svydesign(ids = ~1, strata = ~municipality, weights = ~weight, data = data)
}
by <- if (work == "calibrated") ~region else if (endsWith(work, "sex-and-age")) ~ sex + age else ~municipality
variables <- if (work == "calibrated") "unsafe_sometimes" else indicators
formula <- reformulate(variables)

once <- function() svyby(formula, by, design, svymean)
found <- once()
took <- replicate(times, {
  gc()
  as.numeric(system.time(found <<- once()))[1:3]
})

names_by <- apply(found[all.vars(by)], 1, paste, collapse = ".")
estimates <- coef(found)
errors <- as.vector(SE(found) |> as.matrix())
keys <- paste(rep(variables, each = length(names_by)), rep(names_by, length(variables)))
# coef() goes variable by variable, as SE() does
answers <- data.frame(key = keys, estimate = unname(estimates), standard_error = errors)
write.csv(format(answers, digits = 17), asked[4], row.names = FALSE, quote = FALSE)
peak <- as.numeric(sub("[^0-9]*([0-9]+).*", "\\1", grep("VmHWM", readLines("/proc/self/status"), value = TRUE))) / 1024
program <- paste0("R ", getRversion(), ", survey ", packageVersion("survey"))
listed <- function(values) paste(sprintf("%.6f", values), collapse = ", ")
cat(sprintf('{"processor_seconds": [%s], "seconds": [%s], "peak_mb": %.1f, "program": "%s"}\n',
            listed(took[1, ] + took[2, ]), listed(took[3, ]), peak, program))
