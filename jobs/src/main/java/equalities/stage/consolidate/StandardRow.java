package equalities.stage.consolidate;

import equalities.lake.Fingerprint;
import equalities.spec.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the standard zone.
 *
 * @param values in the order of the return's columns
 */
record StandardRow(Returned of, @Nullable Object[] values) {
    @Nullable
    Object value(String column) {
        return at(of.place(column));
    }

    /** @param place in the return's columns; negative where it has no such column */
    @Nullable
    Object at(int place) {
        return place < 0 ? null : values[place];
    }

    @Nullable
    String text(String column) {
        return (String) value(column);
    }

    @Nullable
    LocalDate day(String column) {
        return (LocalDate) value(column);
    }

    String period() {
        return Objects.requireNonNull(text("period"));
    }

    String provider() {
        return Objects.requireNonNull(text("provider_code"));
    }

    String submission() {
        return Objects.requireNonNull(text(Returned.SUBMISSION));
    }

    long rowNumber() {
        return (Long) Objects.requireNonNull(value(Returned.ROW_NUMBER));
    }

    /** What names the row among all that were sent for the period. */
    List<@Nullable Object> key() {
        List<@Nullable Object> key = new ArrayList<>();
        key.add(of.number());
        key.add(provider());
        for (int place : of.key()) {
            key.add(place >= 0 && of.isPerson(place) ? who() : at(place));
        }
        return key;
    }

    /** Whether another row of the same return says the same. */
    boolean saysTheSameAs(StandardRow other) {
        for (int place = 0; place < values.length; place++) {
            if (of.tells(place) && !Objects.equals(values[place], other.values[place])) {
                return false;
            }
        }
        return true;
    }

    /** The row's person as far as its own side can tell: the number's key, or else a key of what names the row. */
    String who() {
        String number = text("person_key");
        if (number != null) {
            return number;
        }
        Table.Source source = source();
        Stream<@Nullable Object> identity = source.identity().stream().map(this::value);
        return print(Stream.concat(Stream.of(source.name(), period(), provider()), identity));
    }

    /** Where its answers come from. */
    Table.Source source() {
        Table.Source source = of.table().source();
        if (source == null) {
            throw new IllegalArgumentException(
                    "schemas/tables/" + of.table().name() + ".yaml names no source of answers");
        }
        return source;
    }

    /** The SHA-256 of what is there, a line each. */
    static String print(Stream<? extends @Nullable Object> parts) {
        String lines = parts.filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining("\n"));
        return Fingerprint.ofBytes(lines.getBytes(StandardCharsets.UTF_8));
    }
}
