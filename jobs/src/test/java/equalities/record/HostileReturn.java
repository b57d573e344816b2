package equalities.record;

import equalities.record.bytes.FileBytes;
import equalities.spec.CodeList;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What readers make of any bytes. What they are not declared to do comes out as it is. */
public final class HostileReturn {
    private static final String PROVIDER = "NT1";
    private static final String PERIOD = "2025-26-Q1";
    private static final List<String> SEPARATORS = List.of(";", "/", ",");

    private final LayoutRecogniser recogniser;
    private final FileStandardiser standardiser;
    private final List<Coder> coders;
    private final Path file;

    public HostileReturn(Specification specification) {
        this.recogniser = new LayoutRecogniser(specification);
        this.standardiser = new FileStandardiser(specification, Register.NONE, new PersonKey(new byte[32]));
        this.coders = specification.codeLists().values().stream()
                .map((CodeList list) -> new Coder(list, PROVIDER))
                .toList();
        this.file = temporary();
    }

    private static Path temporary() {
        try {
            Path made = Files.createTempFile("hostile", ".bytes");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What becomes of a file, in words: {@code set aside: …}, or how many of its rows are accepted, held and the like. */
    public String file(byte[] bytes, String name) throws IOException {
        Files.write(file, bytes);
        FileContents contents = FileContents.of(FileBytes.of(file), name, recogniser);
        if (contents instanceof FileContents.SetAside aside) {
            return "set aside: " + aside.reason() + " " + aside.fix();
        }
        int[] counts = new int[4];
        try (SourceFile source = SourceFile.open(file, name)) {
            for (Recognition.Recognised sheet : ((FileContents.Returns) contents).sheets()) {
                for (Sheet one : source.sheets()) {
                    if (one.name().equals(sheet.sheet())) {
                        standardiser.read(one, sheet, PROVIDER, PERIOD, outcome -> counts[kind(outcome)]++);
                    }
                }
            }
        }
        return "%d accepted, %d held, %d repeated, %d blank".formatted(counts[0], counts[1], counts[2], counts[3]);
    }

    private static int kind(RowOutcome outcome) {
        if (outcome instanceof RowOutcome.Accepted) {
            return 0;
        } else if (outcome instanceof RowOutcome.Held) {
            return 1;
        }
        return outcome instanceof RowOutcome.Repeated ? 2 : 3;
    }

    /** What every list makes of a word. */
    public void word(String written) {
        for (Coder coder : coders) {
            coder.code(written);
            coder.group(written);
            coder.whyNot(written);
            coder.parts(written, SEPARATORS);
            coder.nearest(written);
        }
    }

    /** Which tables are seen in rows, a line each, of cells between tabulators. */
    public List<Recognition> headings(String text) throws IOException {
        List<RawRow> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            rows.add(new RawRow("sheet", rows.size() + 1, Arrays.asList(line.split("\t", -1))));
        }
        return recogniser.recogniseAll(new Given(rows));
    }

    /** UTF-8, with a sign in place of what is none. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private record Given(List<RawRow> given) implements Sheet {
        @Override
        public String name() {
            return "sheet";
        }

        @Override
        public boolean delimited() {
            return false;
        }

        @Override
        public Rows rows() {
            java.util.Iterator<RawRow> each = given.iterator();
            return new Rows() {
                @Override
                public @org.jspecify.annotations.Nullable RawRow next() {
                    return each.hasNext() ? each.next() : null;
                }

                @Override
                public void close() {}
            };
        }
    }
}
