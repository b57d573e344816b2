package equalities.lake.planted;

record UsesDatabase(java.sql.Connection connection) {}
