package dev.deed.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.BadConnectionUrl;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.ConnectionUrl.Host;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {

  @Test
  void reads_what_neon_gives_its_users() {
    var url =
        url(
            "postgresql://neondb_owner:p%40s%2Fs@ep-cool-1.us-east-2.aws.neon.tech/neondb?sslmode=require&channel_binding=require&options=-c%20statement_timeout%3D0");

    assertThat(url.hosts()).containsExactly(new Host("ep-cool-1.us-east-2.aws.neon.tech", 5432));
    assertThat(url.database()).isEqualTo("neondb");
    assertThat(url.user()).isEqualTo("neondb_owner");
    assertThat(url.password()).isEqualTo("p@s/s");
    assertThat(url.settings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sslmode", "require",
                "channelBinding", "require",
                "options", "-c statement_timeout=0"));
    assertThat(url.jdbcUrl())
        .isEqualTo("jdbc:postgresql://ep-cool-1.us-east-2.aws.neon.tech:5432/neondb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgres://localhost/a                         | localhost:5432           | a   |
          postgresql://u@h1:1,h2,[2001:db8::1]:3/a       | h1:1,h2:5432,[2001:db8::1]:3 | a | u
          postgresql://h1,h2/a?port=6,7                  | h1:6,h2:7                | a   |
          postgresql:///a?host=h&user=u%20v              | h:5432                   | a   | u v
          postgresql://u@%2Frun%2Fpg:6/a                 | /run/pg/.s.PGSQL.6       | a   | u
          postgresql:///a?host=/run/pg,h                 | /run/pg/.s.PGSQL.5432,h:5432 | a |
          postgresql://%2Frun,h:6/a                      | /run/.s.PGSQL.5432,h:6   | a   |
          postgresql://h/?dbname=a%20b                   | h:5432                   | a b |
          jdbc:postgresql://h:1/a?user=u&password=x      | h:1                      | a   | u
          jdbc:postgresql:a                              | localhost:5432           | a   |
          postgresql://u:a@b@h/a                         | h:5432                   | a   | u
          """)
  void reads_hosts_database_and_user(String text, String place, String database, String user) {
    var url = url(text);

    assertThat(url.place()).isEqualTo(place);
    assertThat(url.database()).isEqualTo(database);
    assertThat(url.user()).isEqualTo(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          target_session_attrs=read-write | targetServerType | primary
          connect_timeout=3               | connectTimeout   | 3
          application_name=ci             | ApplicationName  | ci
          sslrootcert=/ca.pem             | sslrootcert      | /ca.pem
          sslrootcert=system              | sslmode          | verify-full
          load_balance_hosts=random       | loadBalanceHosts | true
          keepalives=0                    | tcpKeepAlive     | false
          sslmode=require&sslrootcert=ca  | sslmode          | verify-ca
          sslmode=allow                   | sslmode          | allow
          channel_binding=disable         | channelBinding   | disable
          target_session_attrs=standby    | targetServerType | secondary
          """)
  void translates_libpq_parameters(String parameter, String name, String value) {
    assertThat(url("postgresql://h/a?" + parameter).settings()).containsEntry(name, value);
  }

  @Test
  void takes_from_the_environment_what_the_url_leaves_out() {
    var environment =
        Map.of(
            "PGUSER",
            "me",
            "PGPASSWORD",
            "pw",
            "PGHOST",
            "db",
            "PGPORT",
            "6000",
            "PGSSLMODE",
            "require");

    var url = ConnectionUrl.parse("postgresql:///a", environment);
    var explicit = ConnectionUrl.parse("postgresql://you:x@h:1/a?sslmode=disable", environment);

    assertThat(url.place()).isEqualTo("db:6000");
    assertThat(url.user()).isEqualTo("me");
    assertThat(url.password()).isEqualTo("pw");
    assertThat(url.settings()).containsEntry("sslmode", "require");
    assertThat(explicit.toString()).isEqualTo("postgresql://you:***@h:1/a?sslmode=disable");
    assertThat(explicit.password()).isEqualTo("x");
  }

  @Test
  void takes_from_the_environment_what_libpq_takes() {
    var environment =
        Map.of(
            "PGSSLMODE", "require",
            "PGSSLROOTCERT", "/ca.pem",
            "PGCHANNELBINDING", "require",
            "PGTARGETSESSIONATTRS", "read-write",
            "PGCONNECT_TIMEOUT", "3",
            "PGOPTIONS", "-c geqo=off");

    assertThat(ConnectionUrl.parse("postgresql:///a", environment).settings())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sslmode", "verify-ca",
                "sslrootcert", "/ca.pem",
                "channelBinding", "require",
                "targetServerType", "primary",
                "connectTimeout", "3",
                "options", "-c geqo=off"));
    assertThat(
            ConnectionUrl.parse("postgresql:///a?sslmode=disable", environment)
                .settings()
                .get("sslmode"))
        .isEqualTo("disable");
    assertThatThrownBy(() -> ConnectionUrl.parse("postgresql:///a", Map.of("PGSSLMODE", "verify")))
        .hasMessage("the connection asks for an unknown sslmode");
  }

  @Test
  void names_the_host_behind_a_pool() {
    assertThat(url("postgresql://ep-cool-1-pooler.us-east-2.aws.neon.tech/a").directHost())
        .contains("ep-cool-1.us-east-2.aws.neon.tech");
    assertThat(url("postgresql://my-pooler-db.example/a").directHost()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://h                          | names no database
          postgresql://h/                         | names no database
          mysql://h/a                             | does not begin with postgresql://
          postgresql://h:x/a                      | is not a port
          postgresql://h:99999/a                  | is not a port
          postgresql://[::1/a                     | no ]
          postgresql://%40run/a                   | abstract socket
          postgresql://%2Frun,h/a?sslmode=require | a host that must be encrypted
          postgresql://h/a?ssl_mode=require       | unknown parameter `ssl_mode`
          postgresql://h/a?sslmode=on             | unknown sslmode
          postgresql://h/a?channel_binding=yes    | unknown channel_binding
          postgresql://h/a?connect_timeout=10s    | not a number of seconds
          postgresql://h,i,j/a?port=1,2           | 2 ports for 3 hosts
          postgresql://h/a?hostaddr=10.0.0.1      | a host and a hostaddr
          postgresql://h/a?sslcrl=/x              | unknown parameter `sslcrl`
          postgresql://h/a?target_session_attrs=x | target_session_attrs
          postgresql://h/a%zz                     | two hexadecimal digits
          jdbc:postgresql://h/a?sslmod=require    | unknown parameter `sslmod`
          """)
  void refuses_what_it_cannot_obey(String text, String message) {
    assertThatThrownBy(() -> url(text))
        .isInstanceOf(BadConnectionUrl.class)
        .hasMessageContaining(message);
  }

  @Test
  void says_which_parameter_was_probably_meant() {
    assertThatThrownBy(() -> url("postgresql://h/a?ssl_mode=require"))
        .isInstanceOfSatisfying(
            BadConnectionUrl.class,
            e -> assertThat(e.advice()).isEqualTo("did you mean `sslmode`?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:hunter2/x@h/a",
        "postgresql://u:1/hunter2@h/a",
        "postgresql://u:hunter2?x=1@h/a",
        "postgresql://u:hunter2%@h/a",
        "postgresql://u:hunter2@h",
        "postgresql://u:x?hunter2@h/a",
        "postgresql://u:x?hunter2=1@h/a",
        "postgresql://u:hunter2@h/a?hunter2=1",
        "u:hunter2@h/a"
      })
  void never_repeats_what_may_be_a_password(String text) {
    assertThatThrownBy(() -> url(text))
        .isInstanceOfSatisfying(
            BadConnectionUrl.class,
            e -> assertThat(e.getMessage() + e.advice()).doesNotContain("hunter2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://h/a?user=u&password=x&hunter=1",
        "jdbc:postgresql://h/a?user=u&password=x&hunter=1",
        "postgresql://u:12/a?hunter=1@h/b",
        "postgresql://u:@/a?hunter=1@h/a"
      })
  void repeats_no_parameter_that_may_be_a_piece_of_a_password(String text) {
    assertThatThrownBy(() -> url(text))
        .isInstanceOfSatisfying(
            BadConnectionUrl.class,
            e ->
                assertThat(e.getMessage() + e.advice())
                    .contains("unknown parameter", "%26")
                    .doesNotContain("hunter"));
  }

  @Test
  void says_which_parameter_was_meant_behind_a_password_too() {
    assertThatThrownBy(() -> url("postgresql://h/a?user=u&password=x&sslmod=require"))
        .isInstanceOfSatisfying(
            BadConnectionUrl.class,
            e -> assertThat(e.advice()).isEqualTo("did you mean `sslmode`?"));
  }

  @Test
  void masks_the_password_wherever_it_stood() {
    assertThat(url("postgresql://u:hunter2@h/a").toString()).doesNotContain("hunter2");
    assertThat(url("postgresql://h/a?user=u&password=hunter2").toString())
        .doesNotContain("hunter2");
    assertThat(url("jdbc:postgresql://h/a?user=u&password=hunter2").toString())
        .doesNotContain("hunter2");
    assertThat(url("postgresql://h/a?sslpassword=hunter2").toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann%40corp:p%40s%2Fs%25@h:6000/a%20b%3F?sslmode=require&channel_binding=require",
        "postgresql://h/a?options=-c%20search_path%3Da,b&application_name=x%26y",
        "postgresql://h1,h2:5433/a?target_session_attrs=read-write&load_balance_hosts=random",
        "postgresql://h/a?target_session_attrs=any&keepalives=0&connect_timeout=5",
        "postgresql://h/a?sslrootcert=system",
        "postgresql://%C3%9Cn%22%3Bdrop@h/%C3%BC%27%3B%25"
      })
  void writes_urls_that_are_read_as_the_same(String text) {
    var url = url(text);
    assertThat(url(url.secret())).isEqualTo(url);
    assertThat(url.toString()).doesNotContain("channelBinding", " ", "\"", ";");
  }

  private static ConnectionUrl url(String text) {
    return ConnectionUrl.parse(text, Map.of());
  }
}
