# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Cohen's kappa codepoint by codepoint and segment by segment, and Krippendorff's alpha from a full
# matrix of coincidences: the formulas of Cohen (1960) and Krippendorff (2011), worked out in the
# plainest way, in base R. Prints `name,value`.
show <- function(name, value) cat(sprintf("%s,%.12g\n", name, value))
cat("name,value\n")

cohen <- function(one, other) {
  observed <- mean(one == other)
  expected <- mean(one) * mean(other) + (1 - mean(one)) * (1 - mean(other))
  (observed - expected) / (1 - expected)
}

covered <- function(rows, length) {
  marks <- rep(FALSE, length)
  for (k in seq_len(nrow(rows))) marks[(rows$start[k] + 1):rows$end[k]] <- TRUE
  marks
}

codings <- read.csv("data/codings.csv", colClasses = c(code = "character"), na.strings = "")
ranges <- codings[!is.na(codings$code), ]
sources <- unique(codings$source)
for (code in sort(unique(ranges$code))) {
  one <- other <- NULL
  one_segments <- other_segments <- NULL
  for (source in sources) {
    length <- codings$length[codings$source == source][1]
    here <- ranges[ranges$source == source, ]
    a <- covered(here[here$code == code & here$coder == "anna", ], length)
    b <- covered(here[here$code == code & here$coder == "bert", ], length)
    one <- c(one, a)
    other <- c(other, b)
    # a cut lies where what any coder gave any code changes from one codepoint to the next
    cut <- c(TRUE, rep(FALSE, length - 1))
    for (coder in unique(here$coder)) for (any in unique(here$code)) {
      marks <- covered(here[here$code == any & here$coder == coder, ], length)
      cut[-1] <- cut[-1] | marks[-1] != marks[-length]
    }
    one_segments <- c(one_segments, a[cut])
    other_segments <- c(other_segments, b[cut])
  }
  show(paste0("codepoint_", code), cohen(one, other))
  show(paste0("codepoints_", code), length(one))
  show(paste0("segment_", code), cohen(one_segments, other_segments))
  show(paste0("segments_", code), length(one_segments))
}

krippendorff <- function(table, level) {
  # table: a row per coder, a column per item, NA where a value is missing
  values <- sort(unique(as.vector(table)))
  coincidences <- matrix(0, length(values), length(values))
  for (item in seq_len(ncol(table))) {
    given <- table[!is.na(table[, item]), item]
    if (length(given) < 2) next
    for (i in seq_along(given)) for (j in seq_along(given)) if (i != j) {
      c <- match(given[i], values)
      k <- match(given[j], values)
      coincidences[c, k] <- coincidences[c, k] + 1 / (length(given) - 1)
    }
  }
  times <- rowSums(coincidences)
  distance <- function(c, k) switch(level,
    nominal = as.numeric(c != k),
    ordinal = (sum(times[c:k]) - (times[c] + times[k]) / 2)^2,
    interval = (values[c] - values[k])^2,
    ratio = if (c == k) 0 else ((values[c] - values[k]) / (values[c] + values[k]))^2
  )
  distances <- outer(seq_along(values), seq_along(values), Vectorize(distance))
  observed <- sum(coincidences * distances)
  expected <- sum(outer(times, times) * distances)
  1 - (sum(times) - 1) * observed / expected
}

# 4 observers, 12 units: the example of Krippendorff (2011), section E
published <- rbind(
  c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA),
  c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
  c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA),
  c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA)
)
items <- read.csv("data/coded_items.csv")
drawn <- with(items, tapply(value, list(coder, item), function(value) value[1]))
for (level in c("nominal", "ordinal", "interval", "ratio")) {
  show(paste0("published_", level), krippendorff(published, level))
  show(paste0("drawn_", level), krippendorff(drawn, level))
}
