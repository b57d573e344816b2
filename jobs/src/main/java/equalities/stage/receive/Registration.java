package equalities.stage.receive;

import equalities.lake.ReceivedFile;
import equalities.record.Register;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a file came from a provider that somebody registered, for a period that somebody opened. */
record Registration(Map<String, Register> registers) {
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{2}(-Q[1-4])?");

    /** The file with the reason why it is set aside, or without one. */
    ReceivedFile judge(ReceivedFile file) {
        Register register = registers.get(file.period());
        if (!PERIOD.matcher(file.period()).matches()) {
            return file.refused(
                    "The folder '" + file.period() + "' is not a period.",
                    "Put the file below a folder named like 2025-26 (financial year), 2025-26-Q1 or 2025-06.");
        }
        if (register == null) {
            return file.refused(
                    "Nobody registered the period " + file.period() + ".",
                    "Add " + file.period()
                            + "/register/providers.csv and sites.csv to the landing area, and run again.");
        }
        if (file.provider().equals(LandingArea.NO_PROVIDER)) {
            return file.refused(
                    "The file lies outside every provider's folder.",
                    "Move it to " + file.period() + "/<provider code>/.");
        }
        if (!register.knows(file.provider())) {
            return file.refused(
                    "Nobody registered the provider '" + file.provider() + "' for " + file.period() + ".",
                    "Add it to " + file.period() + "/register/providers.csv, or mend the folder's name.");
        }
        return file;
    }
}
