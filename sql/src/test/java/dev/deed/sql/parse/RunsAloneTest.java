package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which statements PostgreSQL refuses in a transaction block: tried one by one on PostgreSQL 15,
/// the newer ones as its manual says.
final class RunsAloneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VACUUM",
        "VACUUM (ANALYZE) t",
        "CLUSTER",
        "CLUSTER (VERBOSE)",
        "REINDEX SCHEMA s",
        "REINDEX DATABASE d",
        "REINDEX SYSTEM d",
        "REINDEX INDEX CONCURRENTLY i",
        "REINDEX (CONCURRENTLY) TABLE t",
        "REPACK",
        "REPACK (CONCURRENTLY) t",
        "DROP INDEX CONCURRENTLY i",
        "CREATE DATABASE d",
        "DROP DATABASE d",
        "ALTER DATABASE d SET TABLESPACE t",
        "CREATE TABLESPACE t LOCATION '/data'",
        "DROP TABLESPACE t",
        "ALTER SYSTEM SET work_mem = '1MB'",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (create_slot)",
        "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
        "ALTER SUBSCRIPTION s ADD PUBLICATION p",
        "ALTER SUBSCRIPTION s SET (failover = true)",
        "DROP SUBSCRIPTION s",
        "DISCARD ALL",
        "COMMIT PREPARED 'x'",
        "ROLLBACK PREPARED 'x'",
      })
  void runs_alone(String sql) {
    assertThat(runsAlone(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ANALYZE t",
        "CLUSTER t USING i",
        "REINDEX TABLE t",
        "REINDEX (CONCURRENTLY false) INDEX i",
        "REPACK t",
        "DROP INDEX i",
        "ALTER DATABASE d SET work_mem = '1MB'",
        "ALTER TABLESPACE t SET (seq_page_cost = 1)",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (create_slot = off)",
        "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
        "ALTER SUBSCRIPTION s DISABLE",
        "DISCARD TEMP",
        "PREPARE TRANSACTION 'x'",
      })
  void runs_with_others(String sql) {
    assertThat(runsAlone(sql)).isFalse();
  }

  private static boolean runsAlone(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return script.statements().getFirst().runsAlone();
  }
}
