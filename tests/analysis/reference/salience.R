# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Shares of speakers by conversation with R's survey package; effective numbers after Korn & Graubard
# (1998) and Newcombe's interval (1998, method 10) worked out in base R. Prints `name,value`.
suppressPackageStartupMessages({
library(survey)
})
show <- function(name, value) cat(sprintf("%s,%.12g\n", name, value))
cat("name,value\n")

rows <- read.csv("data/spoken.csv", na.strings = "")
speakers <- unique(rows[c("speaker", "conversation", "perspective")])

share_of <- function(side, factor) {
  asked <- speakers[speakers$perspective == side, ]
  asked$names_it <- as.numeric(asked$speaker %in% rows$speaker[which(rows$factor == factor)])
  design <- svydesign(ids = ~conversation, weights = ~1, data = asked)
  found <- svymean(~names_it, design)
  n <- nrow(asked)
  share <- as.numeric(coef(found))
  effect <- as.numeric(SE(found))^2 / (share * (1 - share) / (n - 1))
  list(n = n, share = share, se = as.numeric(SE(found)), deff = max(effect, 1),
       talks = length(unique(asked$conversation)))
}

effective <- function(s, level) {
  point <- 0.5 + level / 2
  s$n / s$deff * (qt(point, s$n - 1) / qt(point, s$talks - 1))^2
}

wilson <- function(share, n, z) {
  middle <- (share + z^2 / (2 * n)) / (1 + z^2 / n)
  half <- z * sqrt(share * (1 - share) / n + z^2 / (4 * n^2)) / (1 + z^2 / n)
  c(middle - half, middle + half)
}

newcombe <- function(one, other, level, listed = NA) {
  z <- qnorm(0.5 + level / 2)
  n_other <- effective(other, level)
  if (!is.na(listed)) n_other <- n_other * (listed - 1) / (listed - other$n)
  a <- wilson(one$share, effective(one, level), z)
  b <- wilson(other$share, n_other, z)
  d <- one$share - other$share
  c(d - sqrt((one$share - a[1])^2 + (b[2] - other$share)^2),
    d + sqrt((a[2] - one$share)^2 + (other$share - b[1])^2))
}

for (factor in c(1, 3, 8, 9)) {
  residents <- share_of("resident", factor)
  professionals <- share_of("professional", factor)
  show(paste0("residents_share_", factor), residents$share)
  show(paste0("residents_se_", factor), residents$se)
  show(paste0("residents_deff_", factor), residents$deff)
  show(paste0("professionals_share_", factor), professionals$share)
  show(paste0("professionals_deff_", factor), professionals$deff)
  for (level in c(95, 90)) {
    interval <- newcombe(residents, professionals, level / 100)
    show(paste0("low_", level, "_", factor), interval[1])
    show(paste0("high_", level, "_", factor), interval[2])
  }
  listed <- newcombe(residents, professionals, 0.95, listed = 30)
  show(paste0("listed_low_", factor), listed[1])
  show(paste0("listed_high_", factor), listed[2])
}
