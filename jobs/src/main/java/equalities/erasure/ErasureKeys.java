package equalities.erasure;

import equalities.lake.ZoneKeys;
import equalities.record.PersonKey;

/**
 * The keys that an erasure needs.
 *
 * @param person the one of the pseudonyms
 * @param zones those of the files of the identifiable zones
 */
public record ErasureKeys(PersonKey person, ZoneKeys zones) {}
