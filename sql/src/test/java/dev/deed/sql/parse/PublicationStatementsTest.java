package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Published;
import dev.deed.sql.effect.ObjectEffect.PublishedTable;
import dev.deed.sql.effect.ObjectEffect.Publishes;
import dev.deed.sql.effect.ObjectEffect.Publishing;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class PublicationStatementsTest {

  @Test
  void reads_tables_with_columns_and_conditions() {
    var published =
        published("CREATE PUBLICATION p FOR TABLE a (x, \"Y\") WHERE (x>1), ONLY s.b, c *");

    assertThat(published.tables())
        .extracting(PublishedTable::name)
        .containsExactly(QualifiedName.of("a"), QualifiedName.of("s", "b"), QualifiedName.of("c"));
    var first = published.tables().getFirst();
    assertThat(first.columns()).containsExactly("x", "Y");
    assertThat(Objects.requireNonNull(first.where()).canonical()).isEqualTo("x > 1");
    assertThat(published.tables())
        .extracting(PublishedTable::only)
        .containsExactly(false, true, false);
  }

  @Test
  void tells_schemas_from_tables_in_one_list() {
    var published =
        published("CREATE PUBLICATION p FOR TABLES IN SCHEMA a, CURRENT_SCHEMA, TABLE b, c");

    assertThat(published.schemas()).containsExactly("a", "current_schema");
    assertThat(published.tables()).hasSize(2);
  }

  @Test
  void reads_all_tables_but_some() {
    var published =
        published("CREATE PUBLICATION p FOR ALL TABLES EXCEPT (TABLE a, s.b), ALL SEQUENCES");

    assertThat(published.allTables()).isTrue();
    assertThat(published.allSequences()).isTrue();
    assertThat(published.except())
        .containsExactly(QualifiedName.of("a"), QualifiedName.of("s", "b"));
  }

  @Test
  void reads_options() {
    var published =
        published("CREATE PUBLICATION p WITH (publish = 'insert', publish_via_partition_root)");

    assertThat(published.options())
        .isEqualTo(Map.of("publish", "insert", "publish_via_partition_root", "true"));
  }

  @Test
  void tells_what_an_alter_does_to_the_list() {
    assertThat(change("ALTER PUBLICATION p ADD TABLE a")).isEqualTo(Publishing.ADD);
    assertThat(change("ALTER PUBLICATION p SET TABLE a")).isEqualTo(Publishing.SET);
    assertThat(change("ALTER PUBLICATION p SET (publish = '')")).isEqualTo(Publishing.SET);
    assertThat(change("ALTER PUBLICATION p DROP TABLE a")).isEqualTo(Publishing.DROP);
  }

  private static Published published(String sql) {
    return EffectsOf.first(Publishes.class, sql).published();
  }

  private static Publishing change(String sql) {
    return EffectsOf.first(Publishes.class, sql).change();
  }
}
