# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# R-indicators by their published formulas, written out with glm and full model matrices, one row
# per person: Shlomo, Skinner & Schouten (2012) for a sample of which everything is known, and, for
# margins only, the linear propensities of Bianchi et al. (2019) with cross-products of the response
# fitted to the margins. No package that does this is in Debian; this is ours, and of another make
# than the code it checks (which never writes a matrix of persons out).
all <- read.csv("data/response.csv")
margins <- read.csv("data/response_margins.csv")
all$age <- factor(all$age)
all$part <- factor(all$part, levels = c("east", "north", "south", "west"))

say <- function(name, value) cat(sprintf("%s,%.12g\n", name, value))
cat("name,value\n")

# --- everything known of who was invited -----------------------------------------------------

sample_based <- function(name, formula, weight, population) {
  n <- nrow(all)
  d <- weight / sum(weight)
  x <- model.matrix(formula, all)
  told <- cbind(all, counts_for = d * n)
  fit <- glm(update(formula, responded ~ .), quasibinomial, told, weights = counts_for,
             control = list(epsilon = 1e-14, maxit = 100))
  rho <- fitted(fit)
  grows <- rho * (1 - rho)
  z <- grows * x
  information <- solve(t(x) %*% (x * grows * d))
  sigma <- information %*% (t(x) %*% (x * grows * d^2)) %*% information
  left <- if (is.finite(population)) 1 - n / population else 1
  finite <- if (is.finite(population)) population / (population - 1) else 1
  mean <- sum(d * rho)
  s2 <- finite * sum(d * (rho - mean)^2)
  chance <- sum(d * rowSums((z %*% sigma) * z))
  adjusted <- s2 - chance + finite * left * sum(d^2 * (rho - mean)^2)
  around <- sweep(z, 2, colSums(d * z))
  A <- colSums(d * (rho - mean) * around)
  B <- t(around) %*% (around * d) %*% sigma
  square <- (rho - mean)^2
  v <- 4 * t(A) %*% sigma %*% A + 2 * sum(diag(B %*% B)) +
    left * sum(d^2 * (square - sum(d * square))^2)
  say(paste(name, "response", sep = "|"), mean)
  say(paste(name, "S2", sep = "|"), s2)
  say(paste(name, "S2 adjusted", sep = "|"), adjusted)
  say(paste(name, "R", sep = "|"), 1 - 2 * sqrt(max(adjusted, 0)))
  say(paste(name, "R unadjusted", sep = "|"), 1 - 2 * sqrt(s2))
  if (adjusted > 0) say(paste(name, "R se", sep = "|"), sqrt(v) / sqrt(adjusted))
  if (all(weight == 1)) {  # the formula as the paper prints it, for simple random sampling
    inverse <- solve(t(z) %*% x)
    printed <- (1 + 1 / n - 1 / population) * s2 - sum(rowSums((z %*% inverse) * z)) / n
    stopifnot(abs(printed - adjusted) < 1e-12)
  }
  invisible(rho)
}

partial <- function(name, variable, weight, population) {
  n <- nrow(all)
  d <- weight / sum(weight)
  left <- if (is.finite(population)) 1 - n / population else 1
  r <- all$responded
  mean <- sum(d * r)
  group <- all[[variable]]
  rate <- tapply(d * r, group, sum) / tapply(d, group, sum)
  rho <- rate[group]
  for (category in levels(group)) {
    inside <- group == category
    share <- sum(d[inside])
    p <- sqrt(share) * (rate[category] - mean)
    answering <- sum(d^2 * rho * (1 - rho) * (sqrt(share) * (inside / share - 1))^2)
    changes <- (rate[category] - mean) / (2 * sqrt(share)) * (inside - share) +
      sqrt(share) * (inside * (rho - rate[category]) / share - (rho - mean))
    say(paste(name, "partial", variable, category, sep = "|"), p)
    say(paste(name, "partial se", variable, category, sep = "|"),
        sqrt(answering + left * sum(d^2 * changes^2)))
  }
}

ones <- rep(1, nrow(all))
for (case in list(list("equal", ones, Inf), list("equal 30000", ones, 30000),
                  list("unequal", all$weight, Inf))) {
  name <- paste("sample", case[[1]], sep = "|")
  sample_based(name, ~ age + part, case[[2]], case[[3]])
  for (variable in c("age", "part")) {
    partial(name, variable, case[[2]], case[[3]])
    sample_based(paste(name, variable, sep = "|"), reformulate(variable), case[[2]], case[[3]])
  }
}

# --- margins only ----------------------------------------------------------------------------

N <- 30000
n <- 900
share <- lapply(split(margins, margins$variable), function(m) setNames(m$total / N, m$category))
answers <- all[all$responded == 1, ]

fitted_table <- function(d) {  # combinations of the population: the response fitted to its margins
  table <- xtabs(d ~ age + part, answers)
  table <- table + mean(d) * outer(share$age[rownames(table)], share$part[colnames(table)])
  for (sweep in 1:2000) {
    table <- table * (share$age[rownames(table)] / rowSums(table))
    table <- t(t(table) * (share$part[colnames(table)] / colSums(table)))
  }
  N * table
}

population_based <- function(name, d, variables) {
  x <- model.matrix(reformulate(variables), answers)
  if (length(variables) == 2) {
    table <- as.data.frame(as.table(fitted_table(d)))
    whole <- model.matrix(reformulate(variables), table)
    T <- t(whole) %*% (whole * table$Freq)
  } else {
    table <- data.frame(names(share[[variables]]), N * share[[variables]])
    names(table) <- c(variables, "Freq")
    table[[variables]] <- factor(table[[variables]], levels = levels(all[[variables]]))
    whole <- model.matrix(reformulate(variables), table)
    T <- t(whole) %*% (whole * table$Freq)
  }
  b <- colSums(d * x)
  rho <- as.numeric(x %*% solve(T, b))
  mean <- sum(d) / N
  s2 <- as.numeric(t(b) %*% solve(T, b)) / N - mean^2
  V <- t(x) %*% (x * d^2) - b %*% t(b) / n - (t(x) %*% (x * d * pmin(pmax(rho, 0), 1)) - b %*% t(b) / N)
  adjusted <- s2 - sum(diag(solve(T, V))) / N + V[1, 1] / N^2
  say(paste(name, "S2", sep = "|"), s2)
  say(paste(name, "S2 adjusted", sep = "|"), adjusted)
  say(paste(name, "R", sep = "|"), 1 - 2 * sqrt(max(adjusted, 0)))
  if (length(variables) == 2) for (variable in variables) for (category in levels(all[[variable]])) {
    inside <- as.numeric(answers[[variable]] == category)
    k <- N * share[[variable]][category]
    rate <- tapply(d, answers[[variable]], sum) / (N * share[[variable]][levels(all[[variable]])])
    rho <- as.numeric(rate[answers[[variable]]])  # of the variable alone
    y <- cbind(inside, 1)
    total <- colSums(d * y)
    W <- t(y) %*% (y * d^2) - total %*% t(total) / n -
      (t(y) %*% (y * d * pmin(pmax(rho, 0), 1)) - total %*% t(total) / N)
    g <- sqrt(k / N) * c(1 / k, -1 / N)
    say(paste(name, "partial", variable, category, sep = "|"), sum(g * total))
    say(paste(name, "partial se", variable, category, sep = "|"), sqrt(t(g) %*% W %*% g))
  }
}

for (case in list(list("equal", rep(N / n, nrow(answers))), list("unequal", answers$weight))) {
  name <- paste("margins", case[[1]], sep = "|")
  population_based(name, case[[2]], c("age", "part"))
  for (variable in c("age", "part")) population_based(paste(name, variable, sep = "|"), case[[2]], variable)
}
