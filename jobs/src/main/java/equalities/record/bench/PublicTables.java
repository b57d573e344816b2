package equalities.record.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Invented tables of the kinds that councils and the health service publish. */
final class PublicTables {
    private static final List<String> SUPPLIERS = List.of(
            "Oakfield Care Ltd",
            "Smith, Jones & Partners LLP",
            "St John’s Advocacy",
            "O'Hara Transport",
            "\"Second Step\" CIC",
            "REDACTED PERSONAL DATA");
    private static final List<String> PLACES = List.of(
            "12 High Street, Barnsley",
            "The Lodge\nChurch Lane\nBath",
            "Unit 4, Park Road, Leeds",
            "Flat 2, 7–9 Mill Walk",
            "Old Rectory, Ely");
    private static final List<String> SUBJECTS = List.of(
            "Number of people detained under section 136, by month",
            "Spend on agency staff – 2023/24",
            "Asked for \"all correspondence\" about the closure",
            "Wards without an advocate",
            "Use of restraint; seclusion; segregation");

    private final Random random = new Random(1983);

    List<CleanTable> all() {
        return List.of(spend(), waiting(), detentions(), homes(), workforce(), requests(), payments(), population());
    }

    private CleanTable spend() {
        return table(
                List.of(
                        "Body Name",
                        "Service Area",
                        "Supplier Name",
                        "Payment Date",
                        "Transaction Number",
                        "Net Amount (£)"),
                40,
                i -> List.of(
                        "Northshire Council",
                        one("Adult Social Care", "Highways", "Children's Services"),
                        one(SUPPLIERS),
                        day(),
                        String.valueOf(510_000 + i),
                        money("")));
    }

    private CleanTable waiting() {
        return table(
                List.of(
                        "Org Code",
                        "Org Name",
                        "Treatment Function",
                        "Total waiting",
                        "% within 18 weeks",
                        "Median wait"),
                30,
                i -> List.of(
                        String.format("R%c%d", 'A' + i % 20, i % 10),
                        one("NORTH TRUST", "SOUTH AND WEST FOUNDATION TRUST", "ST ELSEWHERE'S"),
                        one("Cardiology", "Ear, Nose & Throat", "Trauma & Orthopaedics"),
                        String.format("%,d", 100 + random.nextInt(20_000)),
                        String.format("%.1f%%", 40 + random.nextInt(600) / 10.0),
                        random.nextInt(6) == 0 ? "-" : String.format("%.1f", random.nextInt(300) / 10.0)));
    }

    private CleanTable detentions() {
        return table(
                List.of("Ward", "Section", "Month", "Detentions", "Seen by advocate"),
                25,
                i -> List.of(
                        one("Oak", "Elm", "Ash", "Willow PICU"),
                        one("2", "3", "37/41", "CTO"),
                        one("Apr-24", "May-24", "Jun-24"),
                        String.valueOf(random.nextInt(60)),
                        random.nextInt(4) == 0 ? "*" : String.valueOf(random.nextInt(30))));
    }

    private CleanTable homes() {
        return table(
                List.of("Location ID", "Location Name", "Address", "Postcode", "Overall rating", "Inspected", "Beds"),
                35,
                i -> List.of(
                        "1-" + (100_000_000 + i),
                        one("Rose House", "The Limes", "Café Court"),
                        one(PLACES),
                        one("BA1 4QQ", "LS9 7TF", "CB7 4DL"),
                        one("Good", "Outstanding", "Requires improvement"),
                        String.format("%02d %s 2023", 1 + random.nextInt(28), one("Jan", "Mar", "Nov")),
                        String.valueOf(5 + random.nextInt(60))));
    }

    private CleanTable workforce() {
        return table(
                List.of("Pay band", "White", "Black", "Asian", "Mixed", "Not stated", "All staff"),
                14,
                i -> List.of("Band " + (i + 1), number(), number(), number(), number(), number(), number()));
    }

    private CleanTable requests() {
        return table(
                List.of("Reference", "Date received", "Subject", "Outcome", "Days"),
                30,
                i -> List.of(
                        "FOI-" + (2_300 + i),
                        day(),
                        one(SUBJECTS),
                        one("Disclosed", "Refused: s.12", "Part disclosed", ""),
                        String.valueOf(1 + random.nextInt(40))));
    }

    private CleanTable payments() {
        return table(
                List.of("Directorate", "Expense Type", "Supplier", "Amount", "VAT Registration Number", "Posted"),
                28,
                i -> List.of(
                        one("Corporate", "Clinical"),
                        one("Legal fees", "Drugs; medical gases", "Rates"),
                        one(SUPPLIERS),
                        random.nextInt(3) == 0 ? "(" + money("£") + ")" : money("£"),
                        random.nextInt(3) == 0 ? "" : "GB" + (100_000_000 + random.nextInt(900_000_000)),
                        day()));
    }

    private CleanTable population() {
        return table(
                List.of("Area code", "2019", "2020", "2021", "2022"),
                45,
                i -> List.of("E0" + (1_000_000 + i), number(), number(), number(), number()));
    }

    private CleanTable table(List<String> headings, int rows, IntFunction<List<String>> row) {
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(row.apply(i));
        }
        return new CleanTable(headings, all);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String day() {
        return String.format("%02d/%02d/2024", 1 + random.nextInt(28), 1 + random.nextInt(12));
    }

    private String money(String sign) {
        return sign + String.format("%,.2f", 500 + random.nextInt(9_000_000) / 100.0);
    }

    private String number() {
        return String.valueOf(random.nextInt(5_000));
    }
}
