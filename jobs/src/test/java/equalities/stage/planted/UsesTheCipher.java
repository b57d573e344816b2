package equalities.stage.planted;

import com.google.crypto.tink.StreamingAead;

/** Goes past the one door to locked files. */
final class UsesTheCipher {
    StreamingAead cipher(StreamingAead own) {
        return own;
    }
}
