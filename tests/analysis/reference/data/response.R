# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Writes an invented survey: 900 people of 30,000 invited, more of them from the small parts of
# town, whose chance to answer depends on age and part; and the margins of the 30,000:
#   cd tests/analysis/reference/data && Rscript --vanilla response.R
set.seed(20261125, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
age <- sample(c("18-29", "30-44", "45-59", "60-74", "75+"), 30000, TRUE, c(.18, .25, .26, .21, .10))
part <- sample(c("north", "south", "east", "west"), 30000, TRUE, c(.42, .31, .18, .09))
chance <- plogis(-0.5 + c("18-29" = -.7, "30-44" = -.2, "45-59" = .1, "60-74" = .5, "75+" = .2)[age] +
                 c(north = .2, south = 0, east = -.1, west = -.4)[part])
drawn <- sort(unlist(lapply(split(seq_along(part), part), sample, size = 225)))
weight <- (table(part) / 225)[part[drawn]]
responded <- as.integer(runif(900) < chance[drawn])
write.csv(data.frame(age = age[drawn], part = part[drawn], weight = as.numeric(weight), responded),
          "response.csv", row.names = FALSE, quote = FALSE)
count <- c(table(age), table(part))
write.csv(data.frame(variable = rep(c("age", "part"), c(5, 4)), category = names(count), total = count),
          "response_margins.csv", row.names = FALSE, quote = FALSE)
