package equalities.stage.publish.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of all releases: which there are, and which corrects which. */
public final class ReleaseList {
    private ReleaseList() {}

    /** @param releases each by {@code release, made_at, periods, corrects, corrected_by}, the oldest first */
    public static String page(List<Map<String, @Nullable Object>> releases) throws IOException {
        List<Map<String, @Nullable Object>> newestFirst = new ArrayList<>(releases);
        Collections.reverse(newestFirst);
        return Templates.page("releases.html", Map.of("releases", newestFirst));
    }
}
