package equalities.stage.consolidate;

import equalities.engine.duckdb.Database;
import equalities.engine.duckdb.ParquetTables;
import equalities.lake.Partition;
import equalities.spec.Table;
import java.io.IOException;
import java.util.List;

/**
 * The submissions' ledger, with what later submissions repeated or superseded taken from the accepted rows. A
 * submission is completed when none of its held rows waits any more.
 */
final class Ledger {
    private static final String ADJUST = """
            create table submission as
            with later as (
                select period, provider_code, submission_id, sum(repeated) as repeated, sum(superseded) as superseded
                from later_rows group by all
            ), superseding as (
                select period, provider_code, _by as submission_id, string_agg(distinct l.submission_id, ' ' order by l.submission_id) as supersedes
                from later_rows l where _by <> l.submission_id and superseded > 0 group by all
            ), mended as (
                select period, provider_code, submission_id,
                    count(distinct (sheet, row_number)) filter (where status = 'mended') as mended,
                    count(*) filter (where status = 'held') as waiting,
                    count(*) filter (where status in ('held', 'mended', 'superseded')) as to_mend
                from held_row group by all
            )
            select s.* replace (
                rows_accepted - coalesce(repeated, 0) - coalesce(superseded, 0) as rows_accepted,
                rows_repeated + coalesce(repeated, 0) as rows_repeated,
                rows_superseded + coalesce(superseded, 0) as rows_superseded,
                coalesce(mended.mended, 0) as rows_mended,
                case when s.status <> 'partly held' or mended.waiting > 0 then s.status
                    when mended.to_mend > 0 then 'completed' else 'accepted' end as status,
                superseding.supersedes as supersedes
            )
            from standard_submission s
            left join later using (period, provider_code, submission_id)
            left join superseding using (period, provider_code, submission_id)
            left join mended using (period, provider_code, submission_id)""";

    private static final Table LATER = new Table(
            "later_rows",
            "Rows that do not stand",
            "",
            "a submission and a later one",
            List.of(
                    column("period", Table.Type.STRING),
                    column("provider_code", Table.Type.STRING),
                    column("submission_id", Table.Type.STRING),
                    column("_by", Table.Type.STRING),
                    column("repeated", Table.Type.INTEGER),
                    column("superseded", Table.Type.INTEGER)));

    private Ledger() {}

    static void create(Database database, Table contract, Partition standard, List<Later> later) throws IOException {
        ParquetTables.createView(database, contract, standard.table(contract.name()));
        database.execute("alter view " + contract.name() + " rename to standard_submission");
        database.createTable(
                LATER,
                later.stream()
                        .map(l -> List.<Object>of(
                                standard.period(),
                                l.which().provider(),
                                l.which().submission(),
                                l.which().by(),
                                l.repeated(),
                                l.superseded()))
                        .toList());
        database.execute(ADJUST);
    }

    private static Table.Column column(String name, Table.Type type) {
        return new Table.Column(name, type, "", null, List.of());
    }
}
