package equalities.stage.consolidate;

import equalities.engine.parquet.RowFile;
import equalities.engine.parquet.RowFiles;
import equalities.engine.parquet.RowTable;
import equalities.lake.ZoneFiles;
import equalities.spec.Table;
import equalities.stage.consolidate.Entitlement.Entitled;
import equalities.stage.consolidate.Episodes.Stay;
import equalities.stage.consolidate.OneAnswer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** Consolidates the people of a partition on an executor, and writes a file of each table that it has rows of. */
final class ConsolidatePeople implements Function2<Integer, Iterator<byte[]>, Iterator<Integer>> {
    private static final long serialVersionUID = 1;

    private final Known known;
    private final Linking linking;
    private final Broadcast<ZoneFiles> files;
    private final HashMap<String, RowTable> tables = new HashMap<>();

    /**
     * @param folder of the period's tables
     * @param files how files of the warehouse are created
     */
    ConsolidatePeople(Known known, Linking linking, Path folder, Broadcast<ZoneFiles> files) {
        this.known = known;
        this.linking = linking;
        this.files = files;
        Stream.concat(Stream.of(known.episode()), known.returns().stream().map(Returned::table))
                .forEach(table -> tables.put(table.name(), RowTable.of(table, folder)));
    }

    /** Returns how many rows there are. */
    @Override
    public Iterator<Integer> call(Integer partition, Iterator<byte[]> rows) throws IOException {
        RowBytes bytes = new RowBytes(known.returns());
        Map<String, List<StandardRow>> people = new HashMap<>();
        List<ConsolidatedRow> all = new ArrayList<>();
        while (rows.hasNext()) {
            StandardRow row = bytes.row(rows.next());
            if (row.of().hasPeople()) {
                people.computeIfAbsent(linking.person(row), p -> new ArrayList<>(2))
                        .add(row);
            } else {
                all.add(ConsolidatedRow.ofNobody(row));
            }
        }
        List<Map<String, @Nullable Object>> episodes = new ArrayList<>();
        for (String person : people.keySet().stream().sorted().toList()) {
            List<ConsolidatedRow> consolidated = consolidate(person, people.getOrDefault(person, List.of()));
            all.addAll(consolidated);
            episodes.addAll(episodes(person, consolidated));
        }
        write(partition, ConsolidatedRow.asSent(all), episodes);
        return List.of(all.size()).iterator();
    }

    private List<ConsolidatedRow> consolidate(String person, List<StandardRow> own) {
        Map<OneAnswer, Answer> answers = new IdentityHashMap<>();
        known.characteristics().forEach(c -> answers.put(c, c.of(own)));
        return own.stream()
                .map(row -> new ConsolidatedRow(row, person, linking.tier(row), answers, known.entitled(row)))
                .toList();
    }

    private List<Map<String, @Nullable Object>> episodes(String person, List<ConsolidatedRow> consolidated) {
        List<Stay> stays = new ArrayList<>();
        for (ConsolidatedRow one : consolidated) {
            Entitled entitled = one.entitled();
            if (entitled != null) {
                stays.add(known.episodes().stay(one.row(), entitled));
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Episode episode : known.episodes().of(stays)) {
            Map<String, @Nullable Object> columns = episode.columns();
            columns.put("period", consolidated.get(0).row().period());
            columns.put("person_key", person);
            rows.add(columns);
        }
        return rows;
    }

    private void write(int partition, List<ConsolidatedRow> rows, List<Map<String, @Nullable Object>> episodes)
            throws IOException {
        String attempt = String.valueOf(TaskContext.get().taskAttemptId());
        try (RowFiles open = new RowFiles("part-%05d".formatted(partition), attempt)) {
            for (ConsolidatedRow row : rows) {
                StandardRow sent = row.row();
                file(open, sent.of().table()).write(row.values(known.receivedAt(sent)));
            }
            for (Map<String, @Nullable Object> episode : episodes) {
                file(open, known.episode()).write(known.episode().row(episode));
            }
            open.complete();
        }
    }

    private RowFile file(RowFiles open, Table table) throws IOException {
        return open.of(Objects.requireNonNull(tables.get(table.name())), files.value());
    }
}
