# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Makes scale_items.csv: 250 answers to five items from 1 to 5, the third asked the other way round,
# 9 for "don't know", some skipped.
#   Rscript --vanilla scale_items.R
set.seed(20221231)
rows <- 250
feeling <- rnorm(rows)
items <- sapply(c(0.9, 0.8, -0.8, 0.6, 0.7), function(loading)
  pmin(5, pmax(1, round(3.4 + loading * feeling + rnorm(rows, sd = 0.8)))))
items[matrix(runif(rows * 5) < 0.06, rows)] <- 9
items[matrix(runif(rows * 5) < 0.05, rows)] <- NA
colnames(items) <- c("street", "evening", "avoid", "home", "trust")
write.csv(items, "scale_items.csv", row.names = FALSE, quote = FALSE)
