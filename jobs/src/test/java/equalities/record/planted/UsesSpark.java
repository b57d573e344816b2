package equalities.record.planted;

record UsesSpark(org.apache.spark.sql.Row row) {}
