package equalities.stage.receive;

import java.nio.file.Path;

/**
 * A file in the landing area.
 *
 * @param modifiedAt when it was last changed, ISO 8601 in UTC with milliseconds
 * @param stamp its size and time of change: while they stay, its bytes are taken to stay
 */
record LandedFile(String period, String provider, String fileName, Path path, String modifiedAt, String stamp) {
    String key() {
        return period + "/" + provider + "/" + fileName;
    }
}
