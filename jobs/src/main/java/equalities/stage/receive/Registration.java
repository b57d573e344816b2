package equalities.stage.receive;

import equalities.lake.ReceivedFile;
import equalities.record.Register;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file came from a provider that somebody registered, for a period that somebody opened.
 *
 * @param registers by period
 */
public record Registration(Map<String, Register> registers) {
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}(-Q[1-4])?");

    /** Why files of this provider and period are set aside, and the mend. */
    public record Refusal(String reason, String fix) {}

    /** The file with the reason why it is set aside, or without one. */
    ReceivedFile judge(ReceivedFile file) {
        Refusal refusal = refusal(file.period(), file.provider());
        return refusal == null ? file : file.refused(refusal.reason(), refusal.fix());
    }

    public static boolean isPeriod(String written) {
        return PERIOD.matcher(written).matches();
    }

    /** Null where nothing is wrong. */
    public @Nullable Refusal refusal(String period, String provider) {
        Register register = registers.get(period);
        if (!isPeriod(period)) {
            return new Refusal(
                    "The folder '" + period + "' is not a period.",
                    "Put the file below a folder named like 2025-26 (financial year), 2025-26-Q1 or 2025-06.");
        }
        if (register == null) {
            return new Refusal(
                    "Nobody registered the period " + period + ".",
                    "Add " + period + "/register/providers.csv and sites.csv to the landing area, and run again.");
        }
        if (provider.equals(LandingArea.NO_PROVIDER)) {
            return new Refusal(
                    "The file lies outside every provider's folder.", "Move it to " + period + "/<provider code>/.");
        }
        if (!register.knows(provider)) {
            return new Refusal(
                    "Nobody registered the provider '" + provider + "' for " + period + ".",
                    "Add it to " + period + "/register/providers.csv, or mend the folder's name.");
        }
        return null;
    }
}
