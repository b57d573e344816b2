package equalities.stage.receive;

import java.nio.file.Path;

/**
 * A file in the landing area.
 *
 * @param stamp its size and time of change: while they stay, its bytes are taken to stay
 */
record LandedFile(String period, String provider, String fileName, Path path, String stamp) {
    String key() {
        return period + "/" + provider + "/" + fileName;
    }
}
