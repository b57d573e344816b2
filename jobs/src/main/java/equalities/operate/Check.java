package equalities.operate;

import java.util.Locale;

/**
 * One thing that the doctor looked at.
 *
 * @param name what
 * @param result how it is
 * @param found what was found
 * @param mend how to mend it; empty when all is well
 */
public record Check(String name, Result result, String found, String mend) {
    /** How a thing is, from good to bad. */
    public enum Result {
        WELL,
        NOT_USED,
        WARNING,
        WRONG;

        /** As people and scripts read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public static Check well(String name, String found) {
        return new Check(name, Result.WELL, found, "");
    }

    static Check notUsed(String name, String why) {
        return new Check(name, Result.NOT_USED, why, "");
    }

    static Check warning(String name, String found, String mend) {
        return new Check(name, Result.WARNING, found, mend);
    }

    public static Check wrong(String name, String found, String mend) {
        return new Check(name, Result.WRONG, found, mend);
    }
}
