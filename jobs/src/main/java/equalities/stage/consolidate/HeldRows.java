package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Partition;
import equalities.spec.Layout;
import equalities.spec.Specification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of held rows. One is mended when another submission has an accepted row that names it, as a workbook that
 * went back does, or has its key and is of a newer version; it is superseded when such a row is held again.
 */
final class HeldRows {
    private static final String SENT = "select period, provider_code, submission_id, version, row_key, mends, ";

    private static final String JUDGE = """
            create table held_row as
            with held_key as (
                select *, sha256(submission_id || chr(10) || sheet)[:12] || ':' || row_number as reference from %s
            ), again as (
                select h.period, h.provider_code, h.submission_id, h.sheet, h.row_number, s.submission_id as later, s.version, s.accepted
                from held_key h join sent s on s.period = h.period and s.provider_code = h.provider_code and s.mends = h.reference
                where s.submission_id <> h.submission_id
                union all
                select h.period, h.provider_code, h.submission_id, h.sheet, h.row_number, s.submission_id, s.version, s.accepted
                from held_key h join sent s on s.period = h.period and s.provider_code = h.provider_code
                    and s."return" = h."return" and s.row_key = h.row_key
                where s.submission_id <> h.submission_id and s.version > h.version
            ), mended as (
                select period, provider_code, submission_id, sheet, row_number, bool_or(accepted) as accepted,
                    coalesce(arg_max(later, version) filter (where accepted), arg_max(later, version)) as mended_by
                from again group by all
            )
            select r.*, m.mended_by as mended_by,
                case when k.submission_id is null then 'accepted' when r.severity = 'note' then 'not a record' when m.accepted then 'mended'
                    when m.mended_by is not null then 'superseded' else 'held' end as status
            from %s r
            left join held_key k using (period, provider_code, submission_id, sheet, row_number)
            left join mended m using (period, provider_code, submission_id, sheet, row_number)""";

    private HeldRows() {}

    /** Makes the table {@code held_row}, empty when nothing was standardised. */
    static void create(Database database, Specification specification, Partition standard) throws IOException {
        List<Path> reasons = standard.table("held_row");
        List<Path> keys = standard.table("held_key");
        if (reasons.isEmpty() || keys.isEmpty()) {
            ParquetTables.createView(database, specification.table("held_row"), List.of());
            return;
        }
        List<String> sent = new ArrayList<>();
        for (Layout layout : specification.layouts()) {
            for (Path place : standard.table(layout.returnName() + "." + layout.name())) {
                sent.add(SENT + Database.literal(layout.returnName()) + " as \"return\", true as accepted from "
                        + parquet(database, place));
            }
        }
        sent.add(SENT + "\"return\", false from " + parquet(database, keys.get(0)));
        database.execute("create view sent as " + String.join(" union all ", sent));
        database.execute(JUDGE.formatted(parquet(database, keys.get(0)), parquet(database, reasons.get(0))));
    }

    private static String parquet(Database database, Path folder) {
        return ParquetTables.relation(database, List.of(folder));
    }
}
