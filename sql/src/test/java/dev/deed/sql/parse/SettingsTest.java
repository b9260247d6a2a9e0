package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.SessionEffect.ControlsTransaction;
import dev.deed.sql.effect.SessionEffect.EntersSchema;
import dev.deed.sql.effect.SessionEffect.LeavesSchema;
import dev.deed.sql.effect.SessionEffect.SetsConstraints;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.effect.SessionEffect.Transaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `SET` in all its spellings, and the other statements that change how later ones run.
final class SettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SET search_path TO a, "B", 'C', Public | search_path | a,B,C,public
          SET SCHEMA 's' | search_path | s
          SET My.Flag = on | my.flag | on
          SET x = TRUE, -1.5, 'it''s' | x | true,-1.5,it's
          SET TIME ZONE 'UTC' | timezone | UTC
          SET TIME ZONE -7 | timezone | -7
          SET NAMES 'UTF8' | client_encoding | UTF8
          SET ROLE bob | role | bob
          SET role = 'Bob' | role | Bob
          SET SESSION AUTHORIZATION bob | session authorization | bob
          SET session_authorization TO bob | session authorization | bob
          SET XML OPTION DOCUMENT | xmloption | document
          SET session = 1 | session | 1
          """)
  void sets_a_parameter(String sql, String parameter, String values) {
    var sets = EffectsOf.first(SetsParameter.class, sql);

    assertThat(sets.parameter()).isEqualTo(parameter);
    assertThat(sets.values()).isEqualTo(List.of(values.split(",")));
    assertThat(sets.local()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RESET search_path | search_path
          SET search_path TO DEFAULT | search_path
          RESET ALL | all
          DISCARD ALL | all
          SET TIME ZONE LOCAL | timezone
          RESET SESSION AUTHORIZATION | session authorization
          SET SESSION AUTHORIZATION DEFAULT | session authorization
          RESET ROLE | role
          """)
  void unsets_a_parameter(String sql, String parameter) {
    var sets = EffectsOf.first(SetsParameter.class, sql);

    assertThat(sets.parameter()).isEqualTo(parameter);
    assertThat(sets.values()).isNull();
  }

  @Test
  void empties_a_list() {
    assertThat(EffectsOf.first(SetsParameter.class, "SET search_path TO NULL").values()).isEmpty();
  }

  @Test
  void tells_local_settings_from_those_of_the_session() {
    assertThat(EffectsOf.first(SetsParameter.class, "SET LOCAL ROLE a").local()).isTrue();
    assertThat(EffectsOf.first(SetsParameter.class, "SET SESSION ROLE a").local()).isFalse();
    assertThat(EffectsOf.first(SetsParameter.class, "SET local = 1").local()).isFalse();
  }

  @Test
  void changes_nothing_by_taking_the_current_value() {
    assertThat(EffectsOf.effects("SET search_path FROM CURRENT")).isEmpty();
  }

  @Test
  void reads_set_constraints() {
    var some = EffectsOf.first(SetsConstraints.class, "SET CONSTRAINTS a, s.b DEFERRED");
    assertThat(some.constraints())
        .containsExactly(QualifiedName.of("a"), QualifiedName.of("s", "b"));
    assertThat(some.deferred()).isTrue();

    var all = EffectsOf.first(SetsConstraints.class, "SET CONSTRAINTS ALL IMMEDIATE");
    assertThat(all.constraints()).isEmpty();
    assertThat(all.deferred()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY, BEGIN",
    "START TRANSACTION, BEGIN",
    "COMMIT AND CHAIN, COMMIT",
    "END, COMMIT",
    "ABORT, ROLLBACK",
    "ROLLBACK TO a, ROLLBACK_TO",
    "SAVEPOINT a, SAVEPOINT",
    "RELEASE SAVEPOINT a, RELEASE",
    "PREPARE TRANSACTION 'x', PREPARE",
    "COMMIT PREPARED 'x', COMMIT_PREPARED",
    "ROLLBACK PREPARED 'x', ROLLBACK_PREPARED",
    "SET TRANSACTION READ ONLY, CHARACTERISTICS",
    "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY, CHARACTERISTICS",
  })
  void controls_a_transaction(String sql, Transaction transaction) {
    assertThat(EffectsOf.first(ControlsTransaction.class, sql).transaction())
        .isEqualTo(transaction);
  }

  @Test
  void runs_the_elements_of_a_schema_in_it() {
    var effects = EffectsOf.effects("CREATE SCHEMA s CREATE TABLE t () CREATE TABLE u ()");

    assertThat(effects.get(1)).isInstanceOf(EntersSchema.class);
    assertThat(((EntersSchema) effects.get(1)).schema()).isEqualTo("s");
    assertThat(effects.getLast()).isInstanceOf(LeavesSchema.class);
    assertThat(effects).hasSize(5);
  }
}
