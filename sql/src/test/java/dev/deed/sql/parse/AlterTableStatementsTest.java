package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.IndexEffect.AttachesIndex;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.AddsColumn;
import dev.deed.sql.effect.TableEffect.AddsConstraint;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.AltersColumnType;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.AttachesPartition;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.effect.TableEffect.DetachesPartition;
import dev.deed.sql.effect.TableEffect.RearrangesPartitions;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlterTableStatementsTest {

  private static final QualifiedName T = QualifiedName.of("t");

  @Test
  void makes_one_effect_of_each_action_in_order() {
    var effects =
        EffectsOf.effects(
            """
            ALTER TABLE ONLY t ADD COLUMN IF NOT EXISTS a int, DROP COLUMN b CASCADE,
              ALTER c TYPE bigint USING c::bigint, VALIDATE CONSTRAINT d, OWNER TO joe\
            """);
    assertThat(effects)
        .extracting(e -> e.getClass().getSimpleName())
        .containsExactly(
            "AddsColumn", "DropsColumn", "AltersColumnType", "ValidatesConstraint", "ChangesOwner");
    var adds = (AddsColumn) effects.getFirst();
    assertThat(adds.target().only()).isTrue();
    assertThat(adds.ifNotExists()).isTrue();
    assertThat(((AltersColumnType) effects.get(2)).using())
        .extracting(e -> e.text())
        .isEqualTo("c::bigint");
  }

  @Test
  void puts_the_constraints_of_an_added_column_right_behind_it() {
    var effects =
        EffectsOf.effects("ALTER TABLE t ADD a int CHECK (a > 0) REFERENCES p, ADD b int");
    assertThat(effects)
        .extracting(e -> e.getClass().getSimpleName())
        .containsExactly("AddsColumn", "AddsConstraint", "AddsConstraint", "AddsColumn");
    assertThat(((AddsConstraint) effects.get(2)).constraint().inline()).isTrue();
  }

  @Test
  void tells_a_constraint_from_a_column_that_is_called_exclude() {
    assertThat(first("ALTER TABLE t ADD exclude int")).isInstanceOf(AddsColumn.class);
    assertThat(first("ALTER TABLE t ADD EXCLUDE (a WITH =)")).isInstanceOf(AddsConstraint.class);
  }

  @Test
  void keeps_what_follows_an_action_in_normal_spelling() {
    assertThat(column("ALTER TABLE t ALTER a SET STATISTICS -1").value()).isEqualTo("-1");
    assertThat(column("ALTER TABLE t ALTER a SET STORAGE External").value()).isEqualTo("external");
    var identity = column("ALTER TABLE t ALTER a SET GENERATED ALWAYS  RESTART  WITH 3");
    assertThat(identity.change()).isEqualTo(ColumnChange.SET_IDENTITY);
    assertThat(identity.value()).isEqualTo("set generated always restart with 3");
  }

  @Test
  void reads_options_by_name() {
    var set = (AltersTable) first("ALTER TABLE t SET (fillfactor=70, toast.autovacuum_enabled)");
    assertThat(set.options())
        .isEqualTo(Map.of("fillfactor", "70", "toast.autovacuum_enabled", "true"));
    var reset = (AltersTable) first("ALTER TABLE t RESET (fillfactor)");
    assertThat(reset.options()).containsOnlyKeys("fillfactor");
    var column = (AltersColumn) first("ALTER TABLE t ALTER c SET (N_Distinct=-1)");
    assertThat(column.options()).isEqualTo(Map.of("n_distinct", "-1"));
  }

  @Test
  void locks_by_the_names_of_options_and_not_by_words_in_them() {
    assertThat(lock("ALTER INDEX i SET (fastupdate = off)")).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
    assertThat(lock("ALTER INDEX i RESET (fastupdate)")).isEqualTo(LockMode.ACCESS_EXCLUSIVE);
    assertThat(lock("ALTER INDEX i SET (fastupdates_logged = on)"))
        .isEqualTo(LockMode.SHARE_UPDATE_EXCLUSIVE);
    assertThat(lock("ALTER TABLE t SET (note = 'buffering')"))
        .isEqualTo(LockMode.SHARE_UPDATE_EXCLUSIVE);
  }

  private static LockMode lock(String sql) {
    return ((AltersTable) first(sql)).lock();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SET LOGGED| SET_LOGGED| ``",
        "ENABLE ALWAYS TRIGGER \"Odd one\"| ENABLE_TRIGGER| always \"Odd one\"",
        "DISABLE TRIGGER ALL| DISABLE_TRIGGER| all",
        "REPLICA IDENTITY USING INDEX i| REPLICA_IDENTITY| using index i",
        "NO FORCE ROW LEVEL SECURITY| NO_FORCE_ROW_SECURITY| ``",
        "CLUSTER ON i| CLUSTER_ON| i",
        "OF s.kind| OF_TYPE| s.kind",
        "SET ACCESS METHOD DEFAULT| SET_ACCESS_METHOD| default"
      })
  void reads_settings(String action, TableChange change, String value) {
    var altered = (AltersTable) first("ALTER TABLE t " + action);
    assertThat(altered.change()).isEqualTo(change);
    assertThat(altered.value()).isEqualTo(value);
  }

  @Test
  void renames_columns_and_constraints_as_parts_of_their_table() {
    assertThat(((Renames) first("ALTER TABLE IF EXISTS t RENAME a TO b")).object())
        .isEqualTo(ObjectName.column(T, "a"));
    assertThat(((Renames) first("ALTER TABLE t RENAME CONSTRAINT a TO b")).object())
        .isEqualTo(ObjectName.constraint(T, "a"));
    assertThat(((Renames) first("ALTER VIEW t RENAME TO b")).object())
        .isEqualTo(ObjectName.of(ObjectKind.VIEW, T));
    assertThat(((MovesToSchema) first("ALTER FOREIGN TABLE t SET SCHEMA s")).object())
        .isEqualTo(ObjectName.of(ObjectKind.FOREIGN_TABLE, T));
  }

  @Test
  void attaches_and_detaches_partitions() {
    var attaches = (AttachesPartition) first("ALTER TABLE t ATTACH PARTITION p DEFAULT");
    assertThat(attaches.bound()).isEqualTo("default");
    var detaches = (DetachesPartition) first("ALTER TABLE t DETACH PARTITION p FINALIZE");
    assertThat(detaches.finalizes()).isTrue();
    assertThat(EffectsOf.statement("ALTER TABLE t DETACH PARTITION p").runsAlone()).isFalse();
    assertThat(EffectsOf.statement("ALTER TABLE t DETACH PARTITION p CONCURRENTLY").runsAlone())
        .isTrue();
  }

  @Test
  void merges_and_splits_partitions_as_postgres_19_does() {
    var merges = (RearrangesPartitions) first("ALTER TABLE t MERGE PARTITIONS (a, s.b) INTO c");
    assertThat(merges.from()).containsExactly(QualifiedName.of("a"), QualifiedName.of("s", "b"));
    var splits =
        (RearrangesPartitions)
            first(
                """
                ALTER TABLE t SPLIT PARTITION a INTO
                  (PARTITION b FOR VALUES FROM (1) TO (2), PARTITION c DEFAULT)\
                """);
    assertThat(splits.into()).containsExactly(QualifiedName.of("b"), QualifiedName.of("c"));
  }

  @Test
  void attaches_an_index_to_that_of_the_parent() {
    var attaches = (AttachesIndex) first("ALTER INDEX i ATTACH PARTITION s.j");
    assertThat(attaches.child()).isEqualTo(QualifiedName.of("s", "j"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER TABLE t| expected what to change",
        "ALTER TABLE t ALTER a FOO| expected what to change of the column",
        "ALTER TABLE t ENABLE x| expected TRIGGER, RULE or ROW LEVEL SECURITY",
        "ALTER TABLE t ATTACH PARTITION p DEFAULT, ADD a int| expected the end of the statement",
        "ALTER INDEX i RENAME COLUMN a TO b| expected TO"
      })
  void says_what_was_expected(String sql, String message) {
    assertThat(EffectsOf.error(sql)).contains(message);
  }

  private static Effect first(String sql) {
    return EffectsOf.effects(sql).getFirst();
  }

  private static AltersColumn column(String sql) {
    return (AltersColumn) first(sql);
  }
}
