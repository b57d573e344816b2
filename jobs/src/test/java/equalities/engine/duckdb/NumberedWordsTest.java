package equalities.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberedWordsTest {
    private static final String PEOPLE =
            "create table people as select (['b', 'a', null])[1 + i % 3] as place, md5(i::varchar) as person, i from range(20000) t(i)";

    @Test
    void columns_of_one_name_share_a_list_where_its_words_suffice() {
        try (Database database = Database.inMemory()) {
            NumberedWords words = new NumberedWords(database, 1);
            number(database, words, PEOPLE);
            number(database, words, "create table fewer as select 'a' as place");
            number(database, words, "create table others as select 'c' as place");
            assertThat(database.value("select typeof(p.place) = typeof(f.place) from people p, fewer f"))
                    .isEqualTo(true);
            assertThat(database.value("select typeof(p.place) = typeof(o.place) from people p, others o"))
                    .isEqualTo(false);
            assertThat(database.count("select count(*) from people p join fewer f using (place)"))
                    .isEqualTo(database.count("select count(*) from people where i % 3 = 1"));
        }
    }

    @Test
    void a_query_finds_the_same_texts_in_the_same_order() {
        try (Database database = Database.inMemory()) {
            number(database, new NumberedWords(database, 1), PEOPLE);
            assertThat(database.query("select distinct place || '' from people order by place nulls last")
                            .rows())
                    .isEqualTo(database.query("select unnest(['a', 'b', null])").rows());
            assertThat(
                            database.value(
                                    "select max(place) || coalesce(min(place), 'none') || max(coalesce(place, 'z')) from people"))
                    .isEqualTo("baz");
        }
    }

    @Test
    void texts_that_are_nearly_all_different_and_short_tables_stay_as_they_are() {
        try (Database database = Database.inMemory()) {
            number(database, new NumberedWords(database, 1), PEOPLE);
            assertThat(types(database, "people")).contains("VARCHAR").anyMatch(type -> type.startsWith("ENUM"));
            number(database, new NumberedWords(database, 100), "create table shorter as select 'a' as place");
            assertThat(types(database, "shorter")).containsExactly("VARCHAR");
        }
    }

    private static void number(Database database, NumberedWords words, String statement) {
        database.execute(statement);
        words.number(new SqlFile("measures", statement.split(" ")[2], ""));
    }

    private static List<String> types(Database database, String table) {
        return database.query("select column_type from (describe " + table + ")").rows().stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
    }
}
