# Who misses out, from the analysts' database. Needs: install.packages("duckdb") (2.0 or later).
# Rscript who_misses_out.R H/warehouse.duckdb

library(DBI)

warehouse <- dbConnect(duckdb::duckdb(), commandArgs(trailingOnly = TRUE)[1], read_only = TRUE)
gaps <- dbGetQuery(warehouse, "
    select place_name, sentence from finding
    where measure = 'uptake' and verdict = 'gap' and sentence is not null and place_level in ('england', 'site')
    order by place_level, adjusted_ratio")
cat(paste0(gaps$place_name, ": ", gaps$sentence), sep = "\n")

# The macros work on numbers and tables of your own.
print(dbGetQuery(warehouse, "select unnest(wilson(264, 1370))"))
dbDisconnect(warehouse, shutdown = TRUE)
