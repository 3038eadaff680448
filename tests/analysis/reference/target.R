# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# The chance that a target is met, by conditioning one multivariate normal distribution with a mean
# that is not known (generalised least squares): drift N(0, 1), a Wiener process of 1 point per root
# year, and errors of the waves. No filter: all covariances are written out and solved at once.
out <- function(name, value) cat(sprintf("%s,%.12g\n", name, value), sep = "")
cat("name,value\n")
outlook <- function(name, days, y, se, deadline, target) {
  at <- as.numeric(c(as.Date(days), as.Date(deadline)) - as.Date(days[1])) / 365.25
  covariance <- outer(at, at) + outer(at, at, pmin)
  k <- length(y)
  solved <- function(x) solve(covariance[1:k, 1:k] + diag(se^2), x)
  sure <- sum(solved(rep(1, k)))
  mean_all <- sum(solved(y)) / sure
  conditioned <- function(variance, with_waves, is_level) {
    left <- is_level - sum(solved(with_waves))
    c(is_level * mean_all + sum(with_waves * solved(y - mean_all)),
      sqrt(variance - sum(with_waves * solved(with_waves)) + left^2 / sure))
  }
  then <- conditioned(covariance[k + 1, k + 1], covariance[k + 1, 1:k], 1)
  drift <- conditioned(1, at[1:k], 0)
  out(paste0(name, c("_expected", "_error", "_probability", "_drift", "_drift_error")),
      c(then, pnorm(target, then[1], then[2], lower.tail = FALSE), drift))
}
outlook("two", c("2019-07-01", "2021-07-01"), c(81, 83), c(1.13, 1.13), "2022-12-31", 85)
outlook("uneven", c("2014-03-15", "2015-03-15", "2019-10-01", "2021-02-28"), c(78, 79.5, 82.1, 84),
        c(1.5, 0.8, 1.2, 2.5), "2026-12-31", 85)
outlook("falling", c("2017-01-01", "2019-01-01", "2021-01-01"), c(30, 26, 21), c(1, 1, 1),
        "2022-01-01", 18)
outlook("now", c("2020-07-01", "2022-07-01"), c(84, 88), c(1, 1), "2022-07-01", 85)
