package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From PostgreSQL 17 on, partitions have the identity columns of their parent.
class PartitionIdentityTest {

  private static final String FILES =
      """
      CREATE TABLE ev (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
      """;

  /// As the catalogs are read.
  private static final String SERVER =
      """
      CREATE TABLE ev (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
      CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
      ALTER TABLE ev ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME ev_id_seq);
      """;

  @Test
  void is_no_difference_where_the_files_are_read_for_an_older_version() {
    assertThat(SchemaDiff.between(schema(15, FILES), schema(17, SERVER))).isEmpty();
    assertThat(SchemaDiff.between(schema(17, FILES), schema(17, SERVER))).isEmpty();
  }

  @Test
  void of_the_parent_is_one() {
    assertThat(
            SchemaDiff.between(
                schema(17, FILES.replace("GENERATED ALWAYS AS IDENTITY", "NOT NULL")),
                schema(17, SERVER)))
        .isNotEmpty();
  }

  @Test
  void of_a_partition_alone_is_one_up_to_16() {
    var byHand = FILES + "ALTER TABLE ev_1 ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;";

    // Its sequence comes and goes with it.
    assertThat(SchemaDiff.between(schema(15, FILES), schema(15, byHand)))
        .map(difference -> difference.object().text())
        .containsExactly("public.ev_1.id");
    assertThat(SchemaDiff.between(schema(15, byHand), schema(15, FILES)))
        .map(difference -> difference.object().text())
        .containsExactly("public.ev_1.id");
  }

  private static Schema schema(int postgres, String sql) {
    var reader = new SchemaReader(List.of("public"), postgres);
    reader.read(ScriptReader.read(new SourceFile("a.sql"), sql));
    return reader.schema();
  }
}
