package equalities.record;

import org.jspecify.annotations.Nullable;

/** What a cell says, or what is wrong with it; a fault may be a warning beside a value. */
record Reading(@Nullable Object value, @Nullable Fault fault) {
    static Reading of(@Nullable Object value) {
        return new Reading(value, null);
    }

    static Reading fault(String rule, String message, String fix) {
        return new Reading(null, Fault.error(rule, message, fix));
    }
}
