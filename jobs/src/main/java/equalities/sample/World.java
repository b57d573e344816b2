package equalities.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invented world: who is there, how they answer, how services write it down, and what is wrong on purpose. All shares
 * of one list are weights; they need not add up to one.
 *
 * @param people how many people are drawn, those who do not qualify included
 * @param moved share of people with a second stay at another site of the same hospital
 * @param lost share of answers that a record does not hold
 * @param answers characteristic to what people say
 * @param patients further canonical columns of patients to what may stand in them; likewise of cases
 * @param services what advocacy services return of themselves, heading to text
 * @param forms how providers' files differ from the plain one
 */
record World(
        String period,
        int people,
        double moved,
        double lost,
        List<Provider> providers,
        List<Site> sites,
        List<LegalStatus> legalStatus,
        List<Ages> ages,
        Map<String, List<Saying>> answers,
        List<Gap> gaps,
        Map<String, List<String>> patients,
        Map<String, List<String>> cases,
        List<Map<String, String>> services,
        List<Form> forms,
        List<Fault> faults,
        List<OddFile> oddFiles) {

    record Provider(String code, String name, String kind) {}

    /**
     * @param share of all people
     * @param uptake share of its detained people who see an advocate
     * @param uptakeOnCto the same of its people on community treatment orders
     * @param more characteristic to code to how many times as common the code is here
     */
    record Site(
            String code,
            String name,
            String type,
            String hospital,
            String advocacy,
            String commissioner,
            int wards,
            int wardsWithAccess,
            double share,
            double uptake,
            double uptakeOnCto,
            @Nullable Map<String, Map<String, Double>> more) {

        double times(String characteristic, List<String> codes) {
            Map<String, Double> here = more == null ? null : more.get(characteristic);
            return here == null ? 1 : here.getOrDefault(codes.get(0), 1.0);
        }
    }

    /** @param community whether it is an order in the community */
    record LegalStatus(List<String> written, double share, boolean qualifies, boolean community) {}

    /** Ages in whole years, both ends included. */
    record Ages(int from, int to, double share) {}

    /** One answer: its codes (several only where a characteristic allows it) and how people write it. */
    record Saying(List<String> codes, double share, List<String> written) {}

    /** A group that is seen less often: its chance beside everybody else's at the same site. */
    record Gap(
            String characteristic,
            String code,
            double ratio,
            String expected,
            @Nullable String note) {}

    /**
     * How a file looks.
     *
     * @param format {@code csv} or {@code xlsx}
     * @param before lines before the headings
     * @param headings other words for the return's headings
     * @param without headings that the form does not have
     */
    record Form(
            String provider,
            @JsonProperty("return") String returnName,
            @Nullable String file,
            @Nullable String format,
            @Nullable String delimiter,
            @Nullable String charset,
            @Nullable List<String> before,
            @Nullable Map<String, String> headings,
            @Nullable List<String> without,
            @Nullable List<String> totalsOf) {}

    /**
     * Rows with something wrong, of people who are counted nowhere unless the row is accepted with a warning.
     *
     * @param file {@code provider/name} of the file they are put into
     * @param change heading to what is written there instead; empty for an exact repeat or a blank row
     * @param codes what the changed answers then count as, where the row is accepted
     */
    record Fault(
            String file,
            String kind,
            int rows,
            String outcome,
            @Nullable Map<String, String> change,
            @Nullable Map<String, String> codes) {}

    /** A file that is set aside. */
    record OddFile(
            String file,
            String kind,
            @Nullable String text,
            @Nullable Integer randomBytes) {}

    static World read(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(file.toFile(), World.class);
    }

    /** The form of a return by a provider; the plain one where nothing else is said. */
    Form form(String provider, String returnName) {
        return forms.stream()
                .filter(f -> f.provider().equals(provider) && f.returnName().equals(returnName))
                .findFirst()
                .orElseGet(() -> new Form(provider, returnName, null, null, null, null, null, null, null, null));
    }

    /** Whether a service sends totals and no cases. */
    boolean sendsTotals(String provider) {
        return forms.stream()
                .anyMatch(f -> f.provider().equals(provider) && f.returnName().equals("monitoring-counts"));
    }
}
