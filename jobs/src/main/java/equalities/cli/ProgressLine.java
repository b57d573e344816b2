package equalities.cli;

import equalities.stage.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Progress for people: one line that is rewritten on a terminal, plain lines now and then elsewhere. */
final class ProgressLine implements Progress {
    private static final long NANOS = 1_000_000_000L;

    private final PrintStream out;
    private final boolean terminal;
    private String stage = "";
    private String what = "";
    private long began;
    private long lastSaid;
    private boolean open;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** To standard error; silent when only the JSON summary is wanted. */
    static ProgressLine of(boolean json) {
        PrintStream out =
                json ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) : System.err;
        return new ProgressLine(out, System.console() != null && System.getenv("NO_COLOR") == null);
    }

    synchronized void begin(String name) {
        finishLine();
        stage = name;
        what = "";
        began = System.nanoTime();
    }

    /** Ends the stage's line with what it told. */
    synchronized void end(String told) {
        finishLine();
        out.printf(Locale.ROOT, "  %-12s %s (%.1f s)%n", stage, told, seconds(began));
    }

    @Override
    public synchronized void at(String unit, long done, long total) {
        boolean changed = !unit.equals(what);
        if (changed) {
            what = unit;
            lastSaid = 0;
        }
        long now = System.nanoTime();
        if (now - lastSaid < (terminal ? NANOS / 10 : 5 * NANOS)) {
            return;
        }
        if (terminal) {
            out.print("\r\u001b[2K  " + line(done, total));
            open = true;
        } else if (lastSaid != 0 || seconds(began) > 5) {
            out.println("  " + line(done, total));
        }
        out.flush();
        lastSaid = now;
    }

    private String line(long done, long total) {
        double seconds = Math.max(seconds(began), 0.001);
        String of = total > 0 ? String.format(Locale.ROOT, "%,d of %,d", done, total) : String.format("%,d", done);
        String left = total > done && done > 0
                ? String.format(Locale.ROOT, ", about %.0f s left", seconds * (total - done) / done)
                : "";
        return String.format(Locale.ROOT, "%-12s %s: %s (%,.0f a second%s)", stage, what, of, done / seconds, left);
    }

    private void finishLine() {
        if (open) {
            out.print("\r\u001b[2K");
            open = false;
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / (double) NANOS;
    }
}
