package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TypeEffect.AddsEnumValue;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.AltersDomain;
import dev.deed.sql.effect.TypeEffect.AltersType;
import dev.deed.sql.effect.TypeEffect.AttributeChange;
import dev.deed.sql.effect.TypeEffect.CreatesBaseType;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.effect.TypeEffect.CreatesEnum;
import dev.deed.sql.effect.TypeEffect.CreatesRange;
import dev.deed.sql.effect.TypeEffect.DomainChange;
import dev.deed.sql.effect.TypeEffect.RenamesEnumValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TypeStatementsTest {

  @Test
  void reads_the_five_kinds_of_type() {
    assertThat(EffectsOf.first(CreatesEnum.class, "CREATE TYPE t AS ENUM ('a', 'it''s')").labels())
        .containsExactly("a", "it's");
    assertThat(
            EffectsOf.first(
                    CreatesComposite.class, "CREATE TYPE t AS (a int, b text COLLATE \"C\")")
                .attributes())
        .extracting(Column::name, c -> String.valueOf(c.type()), Column::collation)
        .containsExactly(tuple("a", "integer", null), tuple("b", "text", QualifiedName.of("C")));
    assertThat(
            EffectsOf.first(CreatesRange.class, "CREATE TYPE t AS RANGE (SUBTYPE = float8)")
                .options())
        .isEqualTo(Map.of("subtype", "double precision"));
    assertThat(
            EffectsOf.first(
                    CreatesBaseType.class,
                    "CREATE TYPE t (input = s.f, internallength = -1, passedbyvalue)")
                .options())
        .isEqualTo(Map.of("input", "s.f", "internallength", "-1", "passedbyvalue", "true"));
    assertThat(EffectsOf.first(CreatesBaseType.class, "CREATE TYPE t").options()).isEmpty();
  }

  @Test
  void reads_a_domain_with_all_its_constraints() {
    var domain =
        EffectsOf.first(
            CreatesDomain.class,
            """
            CREATE DOMAIN s.d AS text COLLATE "C" DEFAULT 'x' NOT NULL
            CONSTRAINT c CHECK (value <> '') CHECK (length(value) > 2)\
            """);
    assertThat(domain.base()).hasToString("text");
    assertThat(domain.collation()).isEqualTo(QualifiedName.of("C"));
    assertThat(domain.defaultValue()).extracting(d -> d.text()).isEqualTo("'x'");
    assertThat(domain.notNull()).isTrue();
    assertThat(domain.constraints()).extracting(Constraint::name).containsExactly("c", null);
  }

  @Test
  void changes_enums() {
    var adds =
        EffectsOf.first(AddsEnumValue.class, "ALTER TYPE t ADD VALUE IF NOT EXISTS 'b' BEFORE 'c'");
    assertThat(adds.label()).isEqualTo("b");
    assertThat(adds.neighbor()).isEqualTo("c");
    assertThat(adds.before()).isTrue();
    assertThat(adds.ifNotExists()).isTrue();
    assertThat(EffectsOf.statement("ALTER TYPE t ADD VALUE 'b'").runsAlone()).isFalse();
    assertThat(
            EffectsOf.first(RenamesEnumValue.class, "ALTER TYPE t RENAME VALUE 'a' TO 'b'")
                .newLabel())
        .isEqualTo("b");
  }

  @Test
  void changes_attributes_one_effect_each() {
    var effects =
        EffectsOf.effects(
            """
            ALTER TYPE t ADD ATTRIBUTE a int CASCADE, DROP ATTRIBUTE IF EXISTS b,
              ALTER ATTRIBUTE c SET DATA TYPE text COLLATE "C"\
            """);
    assertThat(effects)
        .extracting(e -> ((AltersAttribute) e).change(), e -> ((AltersAttribute) e).attribute())
        .containsExactly(
            tuple(AttributeChange.ADD, "a"),
            tuple(AttributeChange.DROP, "b"),
            tuple(AttributeChange.ALTER_TYPE, "c"));
    assertThat(
            EffectsOf.first(Renames.class, "ALTER TYPE t RENAME ATTRIBUTE a TO b CASCADE").object())
        .isEqualTo(ObjectName.column(QualifiedName.of("t"), "a"));
  }

  @Test
  void changes_properties_of_base_types() {
    assertThat(
            EffectsOf.first(AltersType.class, "ALTER TYPE t SET (SEND=f, storage = plain)")
                .change())
        .isEqualTo("set(send = f, storage = plain)");
  }

  @Test
  void changes_domains() {
    var adds =
        EffectsOf.first(
            AltersDomain.class, "ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 0) NOT VALID");
    assertThat(adds.change()).isEqualTo(DomainChange.ADD_CONSTRAINT);
    assertThat(adds.constraintName()).isEqualTo("c");
    assertThat(adds.constraint()).extracting(Constraint::notValid).isEqualTo(true);
    var drops =
        EffectsOf.first(AltersDomain.class, "ALTER DOMAIN d DROP CONSTRAINT IF EXISTS c CASCADE");
    assertThat(drops.ifExists()).isTrue();
    assertThat(drops.cascade()).isTrue();
    assertThat(EffectsOf.first(Renames.class, "ALTER DOMAIN d RENAME CONSTRAINT a TO b").object())
        .isEqualTo(ObjectName.domainConstraint(QualifiedName.of("d"), "a"));
  }
}
