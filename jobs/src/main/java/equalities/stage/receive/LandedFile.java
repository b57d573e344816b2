package equalities.stage.receive;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file in the landing area.
 *
 * @param modifiedAt when it was last changed, ISO 8601 in UTC with milliseconds
 * @param fileName its name below the provider's folder, in one line
 * @param stamp its size and time of change: while they stay, its bytes are taken to stay
 * @param refusal why it is not even copied, or null
 */
record LandedFile(
        String period,
        String provider,
        String fileName,
        Path path,
        String modifiedAt,
        String stamp,
        @Nullable String refusal) {
    /** How every refusal of this kind begins. */
    static final String NOT_TAKEN = "Not taken: ";

    String key() {
        return period + "/" + provider + "/" + fileName;
    }
}
