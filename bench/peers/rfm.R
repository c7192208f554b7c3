# The R package rfm on the million orders: one line in, one line out, as in pandas_scipy.py.
suppressPackageStartupMessages(library(rfm))
folder <- commandArgs(trailingOnly = TRUE)[1]
orders <- read.csv(file.path(folder, "million.csv"))
orders$date <- as.Date(orders$date)
cat('["rfm million"]\n')
lines <- file("stdin", "r")
while (length(readLines(lines, 1)) > 0) {
  started <- Sys.time()
  result <- rfm_table_order(orders, customer, date, amount, max(orders$date) + 1)
  ms <- as.numeric(Sys.time() - started, units = "secs") * 1000
  cat(sprintf('{"ms": %f, "figure": %f}\n', ms, sum(result$rfm$transaction_count)))
}
