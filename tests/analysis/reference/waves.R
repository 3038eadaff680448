# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Changes between waves: Welch's test of the scale items "street" and "home" as if they were two
# waves, and the paired test of "street" and "evening" as a panel.
out <- function(name, value) cat(sprintf("%s,%.12g\n", name, value), sep = "")
cat("name,value\n")
items <- read.csv("data/scale_items.csv")
items[!is.na(items) & items == 9] <- NA
told <- function(name, test) out(paste0(name, c("_difference", "_low", "_high", "_df", "_p")),
  c(test$difference, test$conf.int, test$parameter, test$p.value))
first <- na.omit(items$street)
second <- na.omit(items$home)[1:150] + 0.4
test <- t.test(second, first)
test$difference <- mean(second) - mean(first)
told("welch", test)
out(c("first", "first_error", "first_n"),
    c(mean(first), sd(first) / sqrt(length(first)), length(first)))
out(c("second", "second_error", "second_n"),
    c(mean(second), sd(second) / sqrt(length(second)), length(second)))
both <- na.omit(items[, c("street", "evening")])
test <- t.test(both$evening, both$street, paired = TRUE)
test$difference <- mean(both$evening) - mean(both$street)
told("panel", test)
n <- nrow(both)
out("panel_n", n)
out(c("panel_first", "panel_second"), colMeans(both))
out(c("panel_first_error", "panel_second_error"), apply(both, 2, sd) / sqrt(n))
out("panel_covariance", cov(both$street, both$evening) / n)
