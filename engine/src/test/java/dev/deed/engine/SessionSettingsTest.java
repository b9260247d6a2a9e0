package dev.deed.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {

  @Test
  void only_the_last_setting_of_a_parameter_counts() {
    assertThat(before("SET a.x = 1", "SET b.x = 1", "SELECT 1", "SET a.x = 2", "SELECT 2"))
        .containsExactly(1, 3);
  }

  @Test
  void what_is_local_to_a_transaction_does_not_count() {
    assertThat(before("SET a.x = 1", "SET LOCAL a.x = 2")).containsExactly(0);
  }

  @Test
  void a_reset_of_all_replaces_everything_but_who_runs_the_script() {
    assertThat(before("SET a.x = 1", "SET ROLE web", "RESET ALL", "SET b.x = 1"))
        .containsExactly(1, 2, 3);
  }

  /// A superuser's parameter may only be set under the role that was set then.
  @Test
  void every_change_of_the_role_counts() {
    assertThat(before("SET ROLE web", "SET a.x = 1", "SET ROLE api", "RESET ROLE"))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void positions_may_be_asked_for_in_any_order() {
    var settings = settings("SET a.x = 1", "SET a.x = 2", "SET a.x = 3");

    assertThat(settings.before(3)).containsExactly(2);
    assertThat(settings.before(1)).containsExactly(0);
    assertThat(settings.before(2)).containsExactly(1);
    assertThat(settings.before(0)).isEmpty();
  }

  private static List<Integer> before(String... statements) {
    return settings(statements).before(statements.length);
  }

  private static SessionSettings settings(String... statements) {
    var script = ScriptReader.read(new SourceFile("x.sql"), String.join(";\n", statements) + ";");
    return new SessionSettings(script.statements());
  }
}
