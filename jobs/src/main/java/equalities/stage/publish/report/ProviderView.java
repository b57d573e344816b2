package equalities.stage.publish.report;

import static equalities.stage.publish.report.Row.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One provider: what was expected of it and came, how complete its answers are, what waits to be mended.
 *
 * @param place the page of the same organisation as a place, where there is one
 */
public record ProviderView(
        String id,
        String name,
        String role,
        String code,
        @Nullable String place,
        List<Map<String, @Nullable Object>> expected,
        List<Map<String, @Nullable Object>> answers,
        List<Map<String, @Nullable Object>> held) {

    /** What each provider is called, by its code; of all periods. */
    static Map<String, String> names(Tables tables) {
        return tables.all("who_was_expected").stream()
                .collect(Collectors.toMap(
                        r -> text(r, "provider_code"), r -> text(r, "name"), (earlier, later) -> later));
    }

    static List<ProviderView> all(Tables tables) {
        var answers = Tables.by("provider_code", tables.newest("completeness_by_provider"));
        var held = Tables.by("provider_code", tables.newest("held_rows"));
        Set<String> places = tables.newest("uptake_by_place", "place_level", "provider").stream()
                .map(r -> text(r, "place"))
                .collect(Collectors.toSet());
        List<ProviderView> providers = new ArrayList<>();
        Tables.by("provider_code", tables.newest("who_was_expected"))
                .forEach((code, expected) -> providers.add(new ProviderView(
                        PlaceView.id("sender", code),
                        text(expected.get(0), "name"),
                        Words.name("role", text(expected.get(0), "role")),
                        code,
                        places.contains(code) ? PlaceView.id("provider", code) : null,
                        expected,
                        answers.getOrDefault(code, List.of()),
                        held.getOrDefault(code, List.of()))));
        return providers;
    }
}
