package dev.deed.sql.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.deed.sql.QualifiedName;
import org.junit.jupiter.api.Test;

class ObjectNameTest {

  private static final QualifiedName T = QualifiedName.of("public", "t");

  @Test
  void prints_each_kind_as_postgresql_does() {
    assertThat(ObjectName.column(T, "A").text()).isEqualTo("public.t.\"A\"");
    assertThat(ObjectName.constraint(T, "c").text()).isEqualTo("c on public.t");
    assertThat(ObjectName.routine(ObjectKind.FUNCTION, T, "(integer)").text())
        .isEqualTo("public.t(integer)");
    assertThat(ObjectName.operator(QualifiedName.of("+"), "(integer, NONE)").text())
        .isEqualTo("+(integer, NONE)");
    assertThat(ObjectName.operators(ObjectKind.OPERATOR_CLASS, T, "btree").text())
        .isEqualTo("public.t using btree");
    assertThat(ObjectName.cast(T, "text").text()).isEqualTo("(public.t as text)");
    assertThat(ObjectName.transform(T, "plperl").text()).isEqualTo("for public.t language plperl");
    assertThat(ObjectName.userMapping(QualifiedName.of("s"), "app").text())
        .isEqualTo("for app server s");
  }

  @Test
  void tells_default_privileges_of_one_role_apart_by_what_they_are_for() {
    assertThat(ObjectName.defaultPrivileges("app", "s", ObjectKind.TABLE).words())
        .isEqualTo("default privileges for role app in schema s on tables");
    assertThat(ObjectName.defaultPrivileges("app", null, ObjectKind.SEQUENCE).words())
        .isEqualTo("default privileges for role app on sequences");
  }

  @Test
  void has_no_own_name_for_what_is_no_part_of_a_relation() {
    assertThat(ObjectName.column(T, "a").own()).isEqualTo("a");
    assertThatIllegalArgumentException().isThrownBy(ObjectName.table(T)::own);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObjectName.part(ObjectKind.INDEX, T, "i"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObjectName.routine(ObjectKind.TABLE, T, "()"));
  }

  @Test
  void is_renamed_in_its_own_name() {
    assertThat(ObjectName.column(T, "a").simpleName()).isEqualTo("a");
    assertThat(ObjectName.routine(ObjectKind.FUNCTION, T, "(integer)").simpleName()).isEqualTo("t");
    assertThat(ObjectName.column(T, "a").withOwn("b")).isEqualTo(ObjectName.column(T, "b"));
  }
}
