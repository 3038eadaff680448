# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Writes the columns the tests use of three samples of Californian schools (public figures of the
# California Department of Education, 1999 and 2000, as R survey 4.1 carries them in `api`):
#   cd tests/analysis/reference/data && Rscript --vanilla api.R
library(survey)
data(api)
columns <- c("stype", "dnum", "api99", "api00", "enroll", "api.stu", "sch.wide", "comp.imp",
             "meals", "ell", "pw", "fpc")
for (name in c("apisrs", "apistrat", "apiclus1")) {
  write.csv(get(name)[, columns], paste0(name, ".csv"), row.names = FALSE, quote = FALSE, na = "")
}
