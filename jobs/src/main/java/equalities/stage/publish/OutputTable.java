package equalities.stage.publish;

import equalities.engine.duckdb.Relation;

/** One table of a release. */
record OutputTable(String name, String caption, Relation relation) {}
