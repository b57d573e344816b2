package equalities.cli;

import java.nio.file.Path;
import java.util.List;

/** What somebody tries who was granted a session and wants more: files, the network, the lock, code. */
final class WaysOut {
    private WaysOut() {}

    /**
     * Each is one or more statements, of which the last must fail.
     *
     * @param secret a file outside the grant
     * @param link a link to it that lies in the grant's own folder
     * @param folder a place to write to
     */
    static List<String> all(Path secret, Path link, Path folder) {
        String file = secret.toString();
        String up = link.resolveSibling("../" + secret.getFileName()).toString();
        String out = folder.resolve("out").toString();
        return List.of(
                "from read_csv('" + file + "')",
                "from read_csv_auto('" + file + "')",
                "from read_text('" + file + "')",
                "from read_blob('" + file + "')",
                "from read_json('" + file + "')",
                "from read_ndjson_objects('" + file + "')",
                "from read_parquet('" + file + "')",
                "from '" + file + "'",
                "select * from \"" + file + "\"",
                "from read_text('" + up + "')",
                "from read_text('" + link + "')",
                "from read_text('" + folder + "/*')",
                "from read_text(['" + file + "'])",
                "from glob('" + folder + "/*')",
                "from glob('/etc/*')",
                "from sniff_csv('" + file + "')",
                "from parquet_metadata('" + file + "')",
                "from parquet_schema('" + file + "')",
                "from parquet_kv_metadata('" + file + "')",
                "from read_text('/proc/self/environ')",
                "from read_text('file://" + file + "')",
                "from read_text('http://127.0.0.1:1/x')",
                "from read_parquet('s3://bucket/x.parquet')",
                "attach '" + out + ".duckdb' as other",
                "attach '" + file + "' as other",
                "attach 'analyst.duckdb' as writable (read_only false)",
                "attach ':memory:' as other; copy from database granted to other; copy other.patient to '" + out + "'",
                "copy (select 1) to '" + out + ".csv'",
                "copy (select 1) to '" + out + ".parquet' (format parquet)",
                "copy finding to '" + out + "' (format csv, partition_by (period))",
                "create temp table t (a varchar); copy t from '" + file + "'",
                "export database '" + out + "'",
                "import database '" + folder + "'",
                "install httpfs",
                "install spatial from community",
                "force install json from 'http://127.0.0.1:1'",
                "load httpfs",
                "load '" + file + "'",
                "update extensions",
                "set enable_external_access = true",
                "set lock_configuration = false",
                "reset enable_external_access",
                "reset lock_configuration",
                "set global allowed_directories = ['/']",
                "set allowed_paths = ['" + file + "']",
                "set allowed_configs = ['enable_external_access']",
                "set temp_directory = '" + out + "'",
                "set extension_directory = '" + folder + "'",
                "set home_directory = '" + folder + "'",
                "set secret_directory = '" + folder + "'",
                "set log_query_path = '" + out + "'",
                "set custom_extension_repository = 'http://127.0.0.1:1'",
                "pragma enable_external_access = true",
                "pragma profiling_output = '" + out + "'",
                "pragma log_query_path = '" + out + "'",
                "call enable_logging(storage = 'file', storage_path = '" + out + "')",
                "create persistent secret s (type s3, key_id 'x', secret 'y')",
                "prepare p as select * from read_text(?); execute p('" + file + "')",
                "create temp macro m(f) as table select * from read_text(f); from m('" + file + "')",
                "create temp view v as from read_text('" + file + "')",
                "set variable f = '" + file + "'; from read_text(getvariable('f'))",
                "from query('from read_text(''" + file + "'')')",
                "from query_table('" + file + "')",
                "select getenv('HOME')",
                "create table granted.mine as select 1",
                "delete from granted.finding",
                "drop table granted.finding",
                "use main; create or replace macro granted.wilson(a, b) as 1",
                "use memory; detach granted; attach '" + out + "' as granted",
                "set threads = 1",
                "select write_log('x', level := 'warn', log_type := 'x'); call enable_logging(storage_path = '" + out
                        + "')");
    }
}
