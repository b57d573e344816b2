package equalities.record.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Files as they come when something goes wrong between the form and the post; the same seed makes the same file. */
public final class Mutations {
    private static final List<String> CELLS = List.of(
            "",
            " ",
            "\u00a0",
            "x",
            "-1",
            "0",
            "1e9",
            "99999999999999999999",
            "31/02/2025",
            "01/02/25",
            "2025-04-31",
            "1/4/2025",
            "45292",
            "9990000000",
            "Section 3",
            "prefer not to say",
            "not sure",
            "NULL",
            "#REF!",
            "=cmd|' /C calc'!A0",
            "+1",
            "@sum",
            "\"a \"\"quoted\"\" word\"",
            "\"two\nlines\"",
            "\"half",
            "O'Brien",
            "café",
            "日本",
            "\u202eabc",
            "None; Hearing",
            "a".repeat(5_000));

    private Mutations() {}

    /** A file made of a CSV text by one to three mutations. */
    public static byte[] of(String csv, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(csv.lines().toList());
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            mutate(lines, random);
        }
        return written(lines, random);
    }

    private static void mutate(List<String> lines, Random random) {
        int row = random.nextInt(lines.size());
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3, 4 -> lines.set(row, replaced(lines.get(row), random));
            case 5 -> lines.set(row, lines.get(row) + "," + cell(random));
            case 6 -> lines.set(row, shortened(lines.get(row), random));
            case 7 -> lines.add(row, lines.get(random.nextInt(lines.size())));
            case 8 -> lines.add(row, "");
            case 9 -> lines.add(row, ",".repeat(random.nextInt(20)));
            case 10 -> lines.add(0, "Quarterly return" + (random.nextBoolean() ? ",,," : ""));
            case 11 -> lines.add("Total," + random.nextInt(100));
            case 12 -> Collections.shuffle(lines.subList(1, lines.size()), random);
            default -> lines.remove(lines.size() > 1 ? row : 0);
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private static String replaced(String line, Random random) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
        cells.set(random.nextInt(cells.size()), cell(random));
        return String.join(",", cells);
    }

    private static String shortened(String line, Random random) {
        String[] cells = line.split(",", -1);
        return Arrays.stream(cells).limit(random.nextInt(cells.length)).collect(Collectors.joining(","));
    }

    private static String cell(Random random) {
        return CELLS.get(random.nextInt(CELLS.size()));
    }

    private static byte[] written(List<String> lines, Random random) {
        String end = List.of("\n", "\r\n", "\n", "\r").get(random.nextInt(4));
        String text = String.join(end, lines) + (random.nextBoolean() ? end : "");
        if (random.nextInt(6) == 0) {
            text = text.replace(',', List.of(';', '\t', '|').get(random.nextInt(3)));
        }
        Charset charset = List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        Charset.forName("windows-1252"),
                        StandardCharsets.UTF_16)
                .get(random.nextInt(4));
        byte[] bytes = text.getBytes(charset);
        return random.nextInt(25) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }
}
