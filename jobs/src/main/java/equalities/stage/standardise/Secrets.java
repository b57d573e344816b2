package equalities.stage.standardise;

import equalities.lake.ReceivedFiles;
import equalities.lake.ZoneFiles;
import equalities.record.PersonKey;
import java.io.Serializable;

/**
 * What executors need to read rows of people and to write them: it goes there as a broadcast, and in no setting of Spark.
 *
 * @param standard how files of the standard zone are created
 * @param held how files of the held zone are created
 */
record Secrets(PersonKey person, ReceivedFiles received, ZoneFiles standard, ZoneFiles held) implements Serializable {}
