package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.SequenceEffect.AltersSequence;
import dev.deed.sql.effect.SequenceEffect.CreatesSequence;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TableEffect.AltersTable;
import dev.deed.sql.effect.TableEffect.TableChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SequenceStatementsTest {

  @Test
  void reads_every_option() {
    var sequence =
        EffectsOf.first(
            CreatesSequence.class,
            """
            CREATE UNLOGGED SEQUENCE IF NOT EXISTS s AS int8 INCREMENT BY -2 NO MINVALUE
            MAXVALUE 9 START WITH 5 CACHE 3 CYCLE OWNED BY a.t.c\
            """);
    assertThat(sequence.persistence()).isEqualTo(Persistence.UNLOGGED);
    assertThat(sequence.options().values())
        .isEqualTo(
            Map.of(
                "as", "bigint",
                "increment", "-2",
                "minvalue", "no",
                "maxvalue", "9",
                "start", "5",
                "cache", "3",
                "cycle", ""));
    assertThat(sequence.options().ownedBy()).isEqualTo(QualifiedName.of("a", "t"));
    assertThat(sequence.options().ownedByColumn()).isEqualTo("c");
  }

  @Test
  void tells_owned_by_none_from_a_column() {
    var options =
        EffectsOf.first(AltersSequence.class, "ALTER SEQUENCE s OWNED BY NONE RESTART").options();
    assertThat(options.ownedBy()).isNull();
    assertThat(options.ownedByColumn()).isEqualTo("none");
    assertThat(options.values()).isEqualTo(Map.of("restart", ""));
  }

  @Test
  void takes_the_actions_of_tables_as_well() {
    var sets = EffectsOf.first(AltersTable.class, "ALTER SEQUENCE s SET UNLOGGED");
    assertThat(sets.change()).isEqualTo(TableChange.SET_UNLOGGED);
    var renames = EffectsOf.first(Renames.class, "ALTER SEQUENCE IF EXISTS s RENAME TO r");
    assertThat(renames.ifExists()).isTrue();
  }
}
