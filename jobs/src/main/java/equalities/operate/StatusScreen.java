package equalities.operate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a home stands, for people: short lines that fit on one screen, whatever the size of the home. */
public final class StatusScreen {
    private static final int WIDTH = 116;
    private static final int MOST = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final HomeStatus status;
    private final List<String> lines = new ArrayList<>();

    private StatusScreen(HomeStatus status) {
        this.status = status;
    }

    public static List<String> lines(HomeStatus status) {
        return new StatusScreen(status).draw();
    }

    private List<String> draw() {
        Returns returns = status.returns();
        lines.add(status.home() + ", " + minute(status.at()) + " UTC");
        section("Ran", status.ran(), StatusScreen::run);
        section("Came", returns.periods(), StatusScreen::period);
        section("To do", status.toDo(), stage -> stage + " has something new to do");
        section("Awaited", returns.awaited(), StatusScreen::missing);
        section("Due", returns.due(), this::due);
        section("Silent", returns.silent(), StatusScreen::missing);
        section("Held", status.held(), StatusScreen::held);
        lines.add("");
        label("Next", status.next());
        return lines;
    }

    /** The first few; what is left out is counted, and all of it is in the JSON. */
    private <T> void section(String label, List<T> all, Function<T, String> line) {
        List<String> shown = new ArrayList<>(all.stream().limit(MOST).map(line).toList());
        if (all.size() > MOST) {
            shown.add("and " + (all.size() - MOST) + " more: --json has all");
        }
        label(label, shown);
    }

    private void label(String label, List<String> shown) {
        for (int i = 0; i < shown.size(); i++) {
            String text = String.format(Locale.ROOT, "%-9s%s", i == 0 ? label : "", shown.get(i));
            lines.add(text.length() > WIDTH && !label.equals("Next") ? text.substring(0, WIDTH - 1) + "…" : text);
        }
    }

    private static String run(RunRecord run) {
        String how = run.ended() == null
                ? run.status()
                : run.status() + " in "
                        + seconds(Duration.between(Instant.parse(run.began()), Instant.parse(run.ended())));
        String why = run.message() == null ? "" : ": " + run.message();
        return String.format(Locale.ROOT, "%-12s %s, %s%s", run.command(), minute(run.began()), how, why);
    }

    private static String period(Returns.InPeriod p) {
        return String.format(
                Locale.ROOT,
                "%-12s %d of %d expected providers; of %,d rows %,d accepted, %,d held",
                p.period(),
                p.submitted(),
                p.expected(),
                p.seen(),
                p.accepted(),
                p.held());
    }

    private String due(Returns.Due due) {
        LocalDate today = Instant.parse(status.at()).atOffset(ZoneOffset.UTC).toLocalDate();
        long late = today.toEpochDay() - due.dueOn().toEpochDay();
        return String.format(
                Locale.ROOT, "%-12s by %s%s: nothing came", due.period(), DAY.format(due.dueOn()), when(late));
    }

    private static String missing(Returns.Missing m) {
        return String.format(
                Locale.ROOT,
                "%-12s %-6s %s: %s; due %s%s",
                m.period(),
                m.provider(),
                m.name(),
                m.state(),
                DAY.format(m.dueOn()),
                when(m.daysLate()));
    }

    private static String when(long daysLate) {
        return daysLate > 0 ? ", " + days(daysLate) + " ago" : daysLate == 0 ? ", today" : ", in " + days(-daysLate);
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String held(Map<String, ?> file) {
        String what = "set aside".equals(file.get("status")) ? "set aside" : rows(file.get("rows")) + " held";
        return String.format(
                Locale.ROOT,
                "%-12s %-6s %s: %s: %s",
                file.get("period"),
                file.get("provider_code"),
                file.get("file_name"),
                what,
                file.get("reason"));
    }

    private static String rows(@Nullable Object count) {
        return Long.valueOf(1).equals(count) ? "1 row" : count + " rows";
    }

    private static String seconds(Duration duration) {
        return duration.toMinutes() >= 2
                ? duration.toMinutes() + " min"
                : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String minute(String instant) {
        return MINUTE.format(Instant.parse(instant).atOffset(ZoneOffset.UTC));
    }
}
