# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Sizes of samples. Shares: the unpooled normal formula solved by uniroot, and R's power.prop.test,
# which pools the variance, beside it. Means: R's power.t.test; unequal waves by pt with an ncp.
out <- function(name, value) cat(sprintf("%s,%.12g\n", name, value), sep = "")
cat("name,value\n")
reach <- qnorm(0.975) + qnorm(0.8)
v <- function(p) p * (1 - p)
root <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-14, maxiter = 10000)$root

out("n_83_85", reach^2 * (v(.83) + v(.85)) / .02^2)
out("n_83_85_deff", 1.4 * reach^2 * (v(.83) + v(.85)) / .02^2)
out("n_83_85_pooled", power.prop.test(p1 = .83, p2 = .85, power = .8, tol = 1e-10)$n)
short <- function(p2, n1 = 1100, n2 = 1100)
  abs(p2 - .83) / sqrt(v(.83) / n1 + v(p2) / n2) - reach
out("rise_1100", root(short, .83 + 1e-9, 1))
out("fall_1100", root(short, 0, .83 - 1e-9))
out("rise_1100_pooled", power.prop.test(n = 1100, p1 = .83, power = .8, tol = 1e-10)$p2)
out("rise_1100_400", root(function(p2) short(p2, 1100, 400), .83 + 1e-9, 1))
power <- function(n1, n2) pnorm(.02 / sqrt(v(.83) / n1 + v(.85) / n2) - qnorm(.975))
out("power_1100", power(1100, 1100))
out("power_1100_pooled", power.prop.test(n = 1100, p1 = .83, p2 = .85)$power)
out("power_1100_most", power(1100, Inf))
out("second_after_3000", root(function(n2) power(3000, n2) - .8, 1000, 1e6))

out("mean_n", power.t.test(delta = .2, sd = 1.5, power = .8, tol = 1e-12)$n)
out("mean_n_small", power.t.test(delta = 3, sd = 1, power = .8, tol = 1e-12)$n)
out("mean_power_300", power.t.test(n = 300, delta = .2, sd = 1.5)$power)
out("mean_delta_300", power.t.test(n = 300, sd = 1.5, power = .8, tol = 1e-12)$delta)
mean_power <- function(n1, n2) {
  df <- n1 + n2 - 2
  pt(qt(.975, df), df, ncp = .2 / 1.5 / sqrt(1 / n1 + 1 / n2), lower.tail = FALSE)
}
out("mean_power_600_900", mean_power(600, 900))
out("mean_second_after_600", root(function(n2) mean_power(600, n2) - .8, 100, 1e5))
