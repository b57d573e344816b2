package equalities.lake.planted;

record UsesSpark(org.apache.spark.sql.Row row) {}
