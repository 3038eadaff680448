# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Scores of a scale and Cronbach's alpha with Feldt's interval, by formula.
out <- function(name, value) cat(sprintf("%s,%.12g\n", name, value), sep = "")
alpha <- function(items) {
  covariances <- cov(items)
  k <- ncol(items)
  k / (k - 1) * (1 - sum(diag(covariances)) / sum(covariances))
}
feldt <- function(a, n, k, level = 0.95) {
  tails <- c(1 - (1 - level) / 2, (1 - level) / 2)
  1 - (1 - a) * qf(tails, n - 1, (n - 1) * (k - 1))
}
cat("name,value\n")
items <- as.matrix(read.csv("data/scale_items.csv"))
items[!is.na(items) & items == 9] <- NA
items[, "avoid"] <- 6 - items[, "avoid"]
answered <- rowSums(!is.na(items))
score <- ifelse(answered >= 3, (rowMeans(items, na.rm = TRUE) - 1) / 4 * 10, NA)
out("n_scored", sum(!is.na(score)))
out("n_too_few", sum(is.na(score)))
out("n_complete", sum(answered == 5))
out("mean", mean(score, na.rm = TRUE))
out("sd", sd(score, na.rm = TRUE))
out(paste0("score_", 1:10), score[1:10])
whole <- na.omit(items)
out("alpha", alpha(whole))
out(c("alpha_low", "alpha_high"), feldt(alpha(whole), nrow(whole), 5))
out("rows", nrow(whole))
unreversed <- whole
unreversed[, "avoid"] <- 6 - unreversed[, "avoid"]
out("alpha_unreversed", alpha(unreversed))
out(c("alpha_low_90", "alpha_high_90"), feldt(alpha(whole), nrow(whole), 5, 0.90))
