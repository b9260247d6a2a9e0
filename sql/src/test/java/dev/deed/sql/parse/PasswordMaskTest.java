package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Effects are printed, compared and kept: no password may be in them.
final class PasswordMaskTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE ROLE r PASSWORD 'hunter2'",
        "CREATE USER r WITH ENCRYPTED PASSWORD 'hunter2' LOGIN",
        "ALTER ROLE r PASSWORD 'hunter2'",
        "CREATE USER MAPPING FOR u SERVER s OPTIONS (user 'u', password 'hunter2')",
        "CREATE USER MAPPING FOR u SERVER s OPTIONS (\"Password\" 'hunter2')",
        "ALTER USER MAPPING FOR u SERVER s OPTIONS (SET password 'hunter2')",
        "ALTER USER MAPPING FOR u SERVER s OPTIONS (ADD password 'it''s hunter2', DROP user)",
        "CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (password 'hunter2')",
        "ALTER SERVER s OPTIONS (SET sslpassword 'hunter2')",
        "CREATE SUBSCRIPTION s CONNECTION 'host=h password=hunter2' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION 'password = ''a hunter2'' host=h' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION 'postgresql://u:hunter2@h/d' PUBLICATION p",
        "CREATE SUBSCRIPTION s CONNECTION 'postgresql://h/d?user=u&password=hunter2' PUBLICATION p",
        "ALTER SUBSCRIPTION s CONNECTION 'host=h sslpassword=hunter2'",
        "ALTER SYSTEM SET primary_conninfo = 'host=h password=hunter2'",
      })
  void keeps_no_password(String sql) {
    var effect = effectOf(sql);

    assertThat(effect.toString()).doesNotContain("hunter2");
  }

  @Test
  void keeps_the_rest_of_a_connection_string() {
    var effect = effectOf("ALTER SUBSCRIPTION s CONNECTION 'host=h password=hunter2 user=u'");

    assertThat(effect.toString()).contains("'host=h password=*** user=u'");
  }

  private static Effect effectOf(String sql) {
    var script = ScriptReader.read(new SourceFile("a.sql"), sql);
    assertThat(script.problems()).isEmpty();
    return script.statements().getFirst().effects().getFirst();
  }
}
