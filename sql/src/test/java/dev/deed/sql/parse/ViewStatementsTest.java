package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.effect.ViewEffect.RefreshesView;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ViewStatementsTest {

  @Test
  void reads_a_view_and_what_it_reads() {
    var effects =
        EffectsOf.effects(
            """
            CREATE OR REPLACE TEMP VIEW v (a, b) WITH (security_barrier) AS
            SELECT x, y FROM s.t WITH LOCAL CHECK OPTION\
            """);
    var view = (CreatesView) effects.getFirst();
    assertThat(view.orReplace()).isTrue();
    assertThat(view.temporary()).isTrue();
    assertThat(view.columns()).containsExactly("a", "b");
    assertThat(view.options()).isEqualTo(Map.of("security_barrier", "true"));
    assertThat(view.checkOption()).isEqualTo("local");
    assertThat(((ReadsRows) effects.get(1)).relation()).isEqualTo(QualifiedName.of("s", "t"));
  }

  @Test
  void does_not_take_a_recursive_view_for_a_table_that_it_reads() {
    var effects =
        EffectsOf.effects(
            "CREATE RECURSIVE VIEW v (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM v, w");
    assertThat(effects).hasSize(2);
    assertThat(((ReadsRows) effects.get(1)).relation()).isEqualTo(QualifiedName.of("w"));
  }

  @Test
  void reads_materialized_views() {
    var view =
        EffectsOf.first(
            CreatesView.class,
            "CREATE MATERIALIZED VIEW IF NOT EXISTS v USING heap AS SELECT 1 WITH NO DATA");
    assertThat(view.kind()).isEqualTo(ObjectKind.MATERIALIZED_VIEW);
    assertThat(view.accessMethod()).isEqualTo("heap");
    assertThat(view.withData()).isFalse();
  }

  @Test
  void refreshes_in_a_transaction_even_when_concurrent() {
    var statement = EffectsOf.statement("REFRESH MATERIALIZED VIEW CONCURRENTLY v");
    assertThat(((RefreshesView) statement.effects().getFirst()).concurrently()).isTrue();
    assertThat(statement.runsAlone()).isFalse();
  }
}
