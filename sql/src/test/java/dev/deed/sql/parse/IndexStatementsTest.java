package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.IndexElement;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IndexStatementsTest {

  @Test
  void reads_an_index_with_all_its_parts() {
    var index =
        read(
            """
            CREATE UNIQUE INDEX IF NOT EXISTS i ON ONLY s.t USING btree (a) INCLUDE (b, c)
            NULLS NOT DISTINCT WITH (fillfactor = 70) TABLESPACE fast WHERE a > 0\
            """);
    assertThat(index.name()).isEqualTo("i");
    assertThat(index.table()).isEqualTo(QualifiedName.of("s", "t"));
    assertThat(index.only()).isTrue();
    assertThat(index.unique()).isTrue();
    assertThat(index.ifNotExists()).isTrue();
    assertThat(index.include()).containsExactly("b", "c");
    assertThat(index.nullsNotDistinct()).isTrue();
    assertThat(index.options()).isEqualTo(Map.of("fillfactor", "70"));
    assertThat(index.tablespace()).isEqualTo("fast");
    assertThat(index.where()).extracting(w -> w.text()).isEqualTo("a > 0");
  }

  @Test
  void reads_each_kind_of_key() {
    var index =
        read(
            """
            CREATE INDEX ON t USING gin (a gin_trgm_ops (siglen = '32'), lower(b) DESC NULLS LAST,
              (a || b) COLLATE "C", c s.ops ASC, nulls NULLS FIRST)\
            """);
    assertThat(index.name()).isNull();
    assertThat(index.method()).isEqualTo("gin");
    assertThat(index.elements())
        .extracting(
            IndexElement::column,
            e -> e.expression().text(),
            IndexElement::descending,
            IndexElement::nullsFirst)
        .containsExactly(
            tuple("a", "a", false, null),
            tuple(null, "lower(b)", true, false),
            tuple(null, "a || b", false, null),
            tuple("c", "c", false, null),
            tuple("nulls", "nulls", false, true));
    assertThat(index.elements().get(0).operatorClassOptions()).isEqualTo("(siglen = '32')");
    assertThat(index.elements().get(2).collation()).isEqualTo(QualifiedName.of("C"));
    assertThat(index.elements().get(3).operatorClass()).isEqualTo(QualifiedName.of("s", "ops"));
  }

  @Test
  void runs_alone_when_concurrent() {
    assertThat(EffectsOf.statement("CREATE INDEX CONCURRENTLY i ON t (a)").runsAlone()).isTrue();
    assertThat(EffectsOf.statement("CREATE INDEX i ON t (a)").runsAlone()).isFalse();
  }

  private static CreatesIndex read(String sql) {
    return EffectsOf.first(CreatesIndex.class, sql);
  }
}
