# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# The q of Benjamini & Hochberg (1995) by R's own p.adjust.
out <- function(name, value) cat(sprintf("%s,%.12g\n", name, value), sep = "")
cat("name,value\n")
p <- c(.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
       .7590, 1)
out(paste0("published_", seq_along(p)), p.adjust(p, "BH"))
ties <- c(.04, NA, .04, .001, .9)
out(paste0("ties_", seq_along(ties)), p.adjust(ties, "BH"))
