package equalities.lake;

import java.util.List;
import java.util.Optional;

/**
 * The keys that a command was given.
 *
 * @param keys none, one, or while a key is exchanged the new one and then the old one
 */
public record ZoneKeys(List<ZoneKey> keys) {
    public static final ZoneKeys NONE = new ZoneKeys(List.of());

    public ZoneKeys {
        keys = List.copyOf(keys);
    }

    /** The one that new homes are locked with. */
    public Optional<ZoneKey> first() {
        return keys.stream().findFirst();
    }

    Optional<ZoneKey> find(String print) {
        return keys.stream().filter(key -> key.print().equals(print)).findFirst();
    }

    /** What they are known by, in words. */
    String prints() {
        return keys.isEmpty()
                ? "none is given"
                : "the key given is "
                        + String.join(" or ", keys.stream().map(ZoneKey::print).toList());
    }
}
