package equalities.hostile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/**
 * Files of our own with the kinds of faults that public collections of bad input have: torn and odd CSV, strings that break
 * programs, spreadsheets that make readers crash or run out of memory, Parquet that lies about itself.
 */
final class Torture {
    private static final String HEADINGS =
            "Person ID,Date of Birth,Start Date,Legal Status,Site Code,Gender,Ethnic Origin,Disability\n";
    private static final String GOOD = "9990123454,01/02/1980,03/04/2025,s2,S1,Male,White British,None\n";
    private static final String FINE = HEADINGS + GOOD;
    private static final int LONG = 100_000;

    private Torture() {}

    static Map<String, byte[]> texts() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one quotation mark", "\"");
        texts.put("quotation marks only", "\"".repeat(1001));
        texts.put("separators only", ",".repeat(100_000));
        texts.put("line ends only", "\r\n\n\r".repeat(10_000));
        texts.put("a mark that is never closed", HEADINGS + "\"" + GOOD.repeat(50));
        texts.put("marks inside a cell", FINE.replace("Male", "Ma\"le\""));
        texts.put("text behind a closing mark", FINE.replace("Male", "\"Male\" indeed"));
        texts.put("carriage returns only", (FINE + GOOD.replace("54,", "62,")).replace('\n', '\r'));
        texts.put("line ends of three kinds", HEADINGS + GOOD + GOOD.replace("\n", "\r\n") + GOOD.replace('\n', '\r'));
        texts.put("nothing behind the headings", HEADINGS.strip());
        texts.put("a very long cell", FINE.replace("Male", "M".repeat(LONG)));
        texts.put("a very long number", FINE.replace("9990123454", "9".repeat(LONG)));
        texts.put("a very long number in groups", FINE.replace("9990123454", "\"1" + ",234".repeat(LONG / 4) + "\""));
        texts.put("very many blanks", FINE.replace("Male", "x" + " ".repeat(LONG) + "y"));
        texts.put("very many brackets", FINE.replace("White British", "(".repeat(LONG)));
        texts.put("very many answers in a cell", FINE.replace("None", "Deaf;".repeat(LONG / 5)));
        texts.put("very many headings", HEADINGS.strip() + ",more".repeat(LONG / 5) + "\n" + GOOD);
        texts.put("marks upon one letter", FINE.replace("Male", "M" + "\u0301".repeat(10_000) + "ale"));
        texts.put("a NUL in a cell", FINE.replace("Male", "Ma\u0000le"));
        texts.put("control characters", FINE.replace("Male", "\u0001\u0007\u001b[31mMale\u007f\u0085"));
        texts.put("line separators of Unicode", FINE.replace("Male", "Ma\u2028le\u2029"));
        texts.put("right to left, zero width", FINE.replace("Male", "\u202eMale\u200b\ufeff\u2066"));
        texts.put("halves of a pair", FINE.replace("Male", "\ud83d"));
        texts.put("emoji and their joiners", FINE.replace("Male", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"));
        texts.put("formulas", FINE.replace("Male", "=cmd|'/c calc'!A0").replace("None", "@SUM(1+1)"));
        texts.put(
                "SQL and a template",
                FINE.replace("Male", "'; drop table patient; --").replace("None", "${jndi:x}"));
        texts.put(
                "words of programs",
                FINE.replace("Male", "null").replace("None", "undefined").replace("s2", "NaN"));
        texts.put("paths", FINE.replace("S1", "../../../etc/passwd").replace("Male", "file:///dev/zero"));
        texts.put("numbers at the edges", FINE.replace("01/02/1980", "-0").replace("03/04/2025", "1e400"));
        texts.put("days that are none", FINE.replace("01/02/1980", "00/00/0000").replace("03/04/2025", "30/02/99999"));
        texts.put(
                "digits of other scripts",
                FINE.replace("9990123454", "\u0669\u0669\u0669\u0660\u0661\u0662\u0663\u0664\u0665\u0664"));
        texts.put("a separator that is a letter", "sep=e\n" + FINE.replace(",", "e"));
        texts.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
        all.put("UTF-16 with its mark", with("\ufeff" + FINE, StandardCharsets.UTF_16LE));
        all.put("UTF-16 without it", with(FINE, StandardCharsets.UTF_16BE));
        all.put("UTF-32", with(FINE, Charset.forName("UTF-32BE")));
        all.put(
                "UTF-8 cut inside a letter",
                Arrays.copyOf(with(HEADINGS + "\u00e9", StandardCharsets.UTF_8), HEADINGS.length() + 1));
        all.put("two encodings in one file", join(with(FINE, StandardCharsets.UTF_8), new byte[] {
            (byte) 0xe9, ',', (byte) 0xc3, (byte) 0xa9, '\n'
        }));
        all.put("every byte there is", bytes());
        return all;
    }

    static Map<String, byte[]> workbooks() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        String head = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";
        sheets.put(
                "a row far below",
                head + "<row r='2147483647'><c r='A2147483647'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put("a row that is no number", head + "<row r='x'><c r='A1'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put("a negative row", head + "<row r='-5'><c><v>1</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a row far below without a place",
                head + "<row r='2147483647'><c><v>1</v></c></row></sheetData></worksheet>");
        sheets.put("the last column", head + "<row r='1'><c r='XFD1'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put(
                "behind the last column", head + "<row r='1'><c r='ZZZ1'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a text that is not there",
                head + "<row r='1'><c r='A1' t='s'><v>99999</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a text of a number beyond all",
                head + "<row r='1'><c r='A1' t='s'><v>2147483647</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a text of a negative number",
                head + "<row r='1'><c r='A1' t='s'><v>-1</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a style that is not there",
                head + "<row r='1'><c r='A1' s='99999'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a type that is none",
                head + "<row r='1'><c r='A1' t='zzz'><v>1</v></c></row></sheetData></worksheet>");
        sheets.put("a number that is none", head + "<row r='1'><c r='A1'><v>one</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a day that is none",
                head + "<row r='1'><c r='A1' s='1'><v>1e308</v></c></row></sheetData></worksheet>");
        sheets.put(
                "cells in the wrong order",
                head + "<row r='1'><c r='C1'><v>1</v></c><c r='A1'><v>2</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a cell twice",
                head + "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row></sheetData></worksheet>");
        sheets.put(
                "a merge of everything",
                head
                        + "</sheetData><mergeCells><mergeCell ref='A1:XFD9999999'/><mergeCell ref='B2:A1'/></mergeCells></worksheet>");
        sheets.put("cut off", head + "<row r='1'><c r='A1'><v>1</v>");
        sheets.put("elements a hundred thousand deep", head + "<a>".repeat(100_000));
        sheets.put("no sheet at all", "");
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            all.put(sheet.getKey(), Packed.workbook(("\u0000" + sheet.getValue()).getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    static Map<String, byte[]> openDocuments() throws IOException {
        String seed = new String(Packed.openDocumentSeed(), StandardCharsets.UTF_8);
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("columns without end", seed.replace("columns-repeated='2'", "columns-repeated='2147483647'"));
        contents.put("columns that are no number", seed.replace("columns-repeated='2'", "columns-repeated='x'"));
        contents.put("a negative number of rows", seed.replace("rows-repeated='2'", "rows-repeated='-9'"));
        contents.put("a day of a document that is none", seed.replace("2025-04-01", "2025-99-99"));
        contents.put(
                "elements of a document a hundred thousand deep",
                seed.replace("<text:p>", "<text:span>".repeat(100_000)));
        contents.put(
                "a number of a thousand million digits",
                seed.replace("office:value-type='string'", "office:value-type='float' office:value='1e999999999'"));
        contents.put("no table", seed.replace("table:table", "table:chair"));
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> content : contents.entrySet()) {
            all.put(content.getKey(), Packed.openDocument(content.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    /** @param whole a file of Parquet that is in order */
    static Map<String, byte[]> parquet(byte[] whole) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("its first half", Arrays.copyOf(whole, whole.length / 2));
        all.put("its mark alone", Arrays.copyOf(whole, 4));
        all.put("its mark twice", "PAR1PAR1".getBytes(StandardCharsets.US_ASCII));
        all.put("a foot longer than the file", changed(whole, whole.length - 8, 0x7f));
        all.put("a negative foot", changed(whole, whole.length - 5, 0xff));
        all.put("another last mark", changed(whole, whole.length - 1, '2'));
        for (int at = 4; at < whole.length - 8; at += Math.max(1, whole.length / 40)) {
            all.put("another byte at " + at, changed(whole, at, whole[at] ^ 0x55));
        }
        return all;
    }

    /**
     * The head of the first page claims another size. The foot is as it was, though what lies behind the head has moved: it is
     * not read that far.
     *
     * @param whole a file of Parquet that is in order
     * @param which {@code packed} or {@code unpacked}
     */
    static byte[] pageOf(byte[] whole, String which, int claimed) throws IOException {
        ByteArrayInputStream from = new ByteArrayInputStream(whole, 4, whole.length - 4);
        PageHeader head = Util.readPageHeader(from);
        if (which.equals("packed")) {
            head.setCompressed_page_size(claimed);
        } else {
            head.setUncompressed_page_size(claimed);
        }
        ByteArrayOutputStream lying = new ByteArrayOutputStream();
        lying.write(whole, 0, 4);
        Util.writePageHeader(head, lying);
        lying.write(whole, whole.length - from.available(), from.available());
        return lying.toByteArray();
    }

    private static byte[] changed(byte[] bytes, int at, int to) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) to;
        return changed;
    }

    private static byte[] with(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
