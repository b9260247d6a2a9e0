package dev.deed.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.connect.BadConnectionUrl;
import dev.deed.engine.connect.ConnectionUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Connection services and password files, as libpq finds them.
class LibpqFilesTest {

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void writeFiles() throws IOException {
    environment.put("HOME", home.toString());
    Files.writeString(
        home.resolve(".pg_service.conf"),
        """
        # ours
        [other]
        host=elsewhere

        [prod]
        host=db.example.com
        port=6432
        dbname=auth
        user=deployer
        sslmode=verify-full
        [last]
        """);
    Files.writeString(
        home.resolve(".pgpass"),
        """
        # host:port:database:user:password
        db.example.com:5432:auth:deployer:wrong port
        db.example.com:6432:*:deployer:it\\:is\\\\this
        *:*:*:deployer:too late
        """);
    open("rw-------");
  }

  @Test
  void takes_everything_from_a_service_and_its_password_from_the_password_file() {
    var url = parse("postgresql://?service=prod");

    assertThat(url.place()).isEqualTo("db.example.com:6432");
    assertThat(url.database()).isEqualTo("auth");
    assertThat(url.user()).isEqualTo("deployer");
    assertThat(url.password()).isEqualTo("it:is\\this");
    assertThat(url.settings()).containsExactlyEntriesOf(Map.of("sslmode", "verify-full"));
    assertThat(url.libpqVariables())
        .containsEntry("PGHOST", "db.example.com")
        .doesNotContainKey("PGSERVICE");
  }

  @Test
  void prefers_what_the_url_says_to_the_service_and_the_service_to_variables() {
    environment.putAll(
        Map.of("PGSERVICE", "prod", "PGHOST", "no", "PGUSER", "no", "PGSSLMODE", "disable"));

    var url = parse("postgresql://me@near:1/main?sslmode=prefer");
    assertThat(url.toString()).isEqualTo("postgresql://me@near:1/main?sslmode=prefer");

    assertThat(parse("postgresql:///main").toString())
        .isEqualTo("postgresql://deployer:***@db.example.com:6432/main?sslmode=verify-full");
  }

  @Test
  void prefers_passwords_of_the_url_and_of_the_environment() {
    assertThat(parse("postgresql://u:pw@h/a").password()).isEqualTo("pw");
    assertThat(parse("postgresql://deployer@h/a").password()).isEqualTo("too late");
    assertThat(parse("postgresql://somebody@h/a").password()).isNull();

    environment.put("PGPASSWORD", "mine");
    assertThat(parse("postgresql://deployer@h/a").password()).isEqualTo("mine");
  }

  @Test
  void refuses_a_password_that_others_may_read() throws IOException {
    open("rw-r-----");

    assertThatThrownBy(() -> parse("postgresql://deployer@h/a"))
        .isInstanceOf(BadConnectionUrl.class)
        .hasMessageEndingWith(".pgpass is accessible to other users");
    assertThat(parse("postgresql://somebody@h/a").password()).isNull();
  }

  @Test
  void reads_the_password_file_that_the_url_names() throws IOException {
    open("rw-------");
    environment.remove("HOME");

    var url = "postgresql://deployer@h/a?passfile=" + home.resolve(".pgpass");

    assertThat(parse(url).password()).isNotNull();
    assertThat(parse(url.replace("deployer@", "deployer:mine@")).password()).isEqualTo("mine");
  }

  @Test
  void says_where_it_has_looked_for_a_service() {
    environment.put("PGSERVICEFILE", "/no/such/file");

    assertThatThrownBy(() -> parse("postgresql://?service=prod"))
        .isInstanceOf(BadConnectionUrl.class)
        .hasMessage("there is no connection service `prod`")
        .extracting(e -> ((BadConnectionUrl) e).advice())
        .isEqualTo("add a section [prod] to /no/such/file");
  }

  private void open(String permissions) throws IOException {
    Files.setPosixFilePermissions(
        home.resolve(".pgpass"), PosixFilePermissions.fromString(permissions));
  }

  private ConnectionUrl parse(String text) {
    return ConnectionUrl.parse(text, environment);
  }
}
