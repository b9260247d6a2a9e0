package dev.deed.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In each text, `hunter2` or the token is the secret.
class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER ROLE a PASSWORD 'hunter2';",
        "ALTER ROLE a PASSWORD E'hunter2\\'hunter2';",
        "ALTER ROLE a PASSWORD U&'hunter2';",
        "ALTER ROLE a PASSWORD $$hunter2$$;",
        "ALTER ROLE a PASSWORD $x$hunter2$x$;",
        "ALTER ROLE a PASSWORD /* new */ 'it''s hunter2';",
        "ALTER ROLE a PASSWORD -- new\n 'hunter2';",
        "DO $$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ''hunter2'''; END $$;",
        "DO $$ BEGIN EXECUTE format('ALTER ROLE a PASSWORD %L', 'hunter2'); END $$;",
        "DO $$ BEGIN EXECUTE 'ALTER ROLE a PASSWORD ' || quote_literal('hunter2'); END $$;",
        "DO 'BEGIN EXECUTE ''ALTER ROLE a PASSWORD ''''hunter2''''''; END';",
        "SELECT crypt('hunter2', gen_salt('bf'));",
        "SELECT pgp_sym_encrypt(name, 'hunter2') FROM users;",
        "SELECT set_config('app.password', 'hunter2', false);",
        "SELECT vault.create_secret('hunter2', 'mail');",
        "UPDATE users SET password_hash = md5('hunter2');",
        "UPDATE users SET hash = digest('hunter2', 'sha256');",
        "INSERT INTO users (name, \"password\") VALUES ('a', 'hunter2'), ('b', 'hunter2');",
        "SELECT http_get('https://a', 'Authorization: Bearer hunter2');",
        "DROP TABLE a; -- PGPASSWORD=hunter2 psql",
        "SELECT set_config('app.api_token', $$hunter2$$, false);",
        "SET app.jwt_secret TO 'hunter2';",
        "UPDATE settings SET api_key = 'hunter2';",
        "CREATE USER MAPPING FOR a SERVER s OPTIONS (user 'a', password 'hunter2');",
        "INSERT INTO settings VALUES ('{\"password\": \"hunter2\"}');",
        "SELECT dblink('host=db user=a password=hunter2 dbname=app', 'SELECT 1');",
        "SELECT dblink('postgresql://app:hunter2@db/app', 'SELECT 1');",
        "SELECT dblink('postgresql://app:p@hunter2@db/app', 'SELECT 1');",
        "INSERT INTO keys VALUES ('-----BEGIN RSA PRIVATE KEY-----\nhunter2\n-----END RSA PRIVATE KEY-----');",
      })
  void hides_a_secret(String sql) {
    assertThat(Secrets.masked(sql))
        .doesNotContain("hunter2")
        .contains("*******")
        .hasSameSizeAs(sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789",
        "github_pat_" + "abcdefghijklmnopqrstuvwxyz",
        "glpat-" + "abcdefghijklmnopqrst",
        "xoxb-" + "123456789012-abcdefghij",
        "sk_live_" + "abcdefghijklmnop",
        "AIza" + "SyA0123456789abcdefghijklmnopqrstuv",
        "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
      })
  void hides_a_token_of_a_known_form(String token) {
    assertThat(Secrets.masked("INSERT INTO t VALUES ('" + token + "');"))
        .isEqualTo("INSERT INTO t VALUES ('" + "*".repeat(token.length()) + "');");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE users ADD COLUMN password text NOT NULL DEFAULT 'x';",
        "ALTER ROLE a PASSWORD NULL;",
        "ALTER ROLE a PASSWORD ''; SELECT 'seen';",
        "SELECT token FROM sessions WHERE name = 'x';",
        "SELECT set_config('search_path', 'app', true);",
        "SELECT 'http://example.com/a:b@c';",
        "SELECT a::text, 'key'::name FROM t;",
        "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----",
      })
  void shows_everything_else(String sql) {
    assertThat(Secrets.masked(sql)).isEqualTo(sql);
  }

  /// Long runs of what begins a secret: a search that starts again at each would take hours.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "://a:",
        "a",
        "a://",
        "password ",
        "password = ",
        "PASSWORD '",
        "$$",
        "set_config('",
        "eyJ",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY",
        "'",
        "password/*",
        "crypt(",
        "password '' "
      })
  void reads_a_long_text_once(String part) {
    var text = part.repeat(4_000_000 / part.length());

    assertThat(Secrets.masked(text)).hasSameSizeAs(text);
  }

  @Test
  void keeps_line_breaks() {
    assertThat(Secrets.masked("PASSWORD 'a\nb'")).isEqualTo("PASSWORD '*\n*'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PASSWORD = ",
        "db_passwd := ",
        "passphrase => ",
        "PWD = ",
        "client_secret = ",
        "TOKEN TO ",
        "api_key = ",
        "credentials = ",
        "crypt(",
        "pgp_sym_encrypt(a, ",
        "PGP_SYM_DECRYPT_BYTEA(a, ",
        "hmac(a, ",
        "encrypt_iv(a, ",
        "digest(",
        "md5(",
        "sha224(",
        "SHA256(",
        "sha384(",
        "sha512(",
        "Set_Config('app.password', ",
        "INSERT INTO u (name, secret) VALUES ('a', "
      })
  void knows_every_ending_of_a_word_that_names_a_secret(String before) {
    assertEquals(
        before.replace("'a'", "'*'") + "'*******')", Secrets.masked(before + "'hunter2')"));
  }

  @Test
  void returns_a_text_without_secrets_as_it_is() {
    var text = "SELECT a FROM t WHERE b = 'c'";
    assertSame(text, Secrets.masked(text));
  }
}
