package dev.deed.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.sql.UserException;
import dev.deed.sql.UserException.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs that answer as `pg_dump` does in its worse moments; what they answer is its own words.
@DisabledOnOs(OS.WINDOWS)
class PgDumpTest {

  private static final Map<String, String> CONNECTION = Map.of("PGPASSWORD", "s3cret");

  @TempDir private Path folder;

  @Test
  void names_the_version_that_a_newer_server_needs() throws IOException {
    var dump =
        program(
            """
            echo 'pg_dump: error: aborting because of server version mismatch' >&2
            echo 'pg_dump: detail: server version: 18.1; pg_dump version: 15.18' >&2
            exit 1\
            """);

    assertThatThrownBy(() -> dump.dump(CONNECTION, "main in staging"))
        .isInstanceOf(PgDumpTooOld.class)
        .hasMessage(
            "main in staging runs PostgreSQL 18, but the newest pg_dump here is 15.18: it must be"
                + " 18 or later")
        .satisfies(e -> assertThat(advice(e)).contains("install postgresql-client-18"));
  }

  @Test
  void never_shows_the_password() throws IOException {
    var dump = program("echo \"$* cannot log in with $PGPASSWORD\" >&2; exit 1");

    assertThatThrownBy(() -> dump.dump(CONNECTION, "main in staging"))
        .hasMessageContaining("--no-password")
        .hasMessageContaining("cannot log in with ***")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void tells_a_refusal_from_a_server_that_is_down() throws IOException {
    var refused = "connection failed: fe_sendauth: no password supplied";
    var down = "connection to server failed: Connection refused";

    assertThat(outcome(refused)).isEqualTo(Outcome.UNREADABLE);
    assertThat(outcome(down)).isEqualTo(Outcome.TRY_AGAIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ERROR:  out of shared memory;HINT:  You might need to increase max_locks_per_transaction.;pg_dump: detail: Query was: LOCK TABLE s.t IN ACCESS SHARE MODE | max_locks_per_transaction = | TRY_AGAIN
          query failed: ERROR:  canceling statement due to statement timeout;pg_dump: detail: Query was: LOCK TABLE s.t IN ACCESS SHARE MODE | another session locks | TRY_AGAIN
          query failed: ERROR:  canceling statement due to statement timeout;pg_dump: detail: Query was: SELECT 1 | pg_db_role_setting | TRY_AGAIN
          query failed: ERROR:  canceling statement due to user request | pg_db_role_setting | TRY_AGAIN
          query failed: ERROR:  canceling statement due to conflict with recovery | hot_standby_feedback | TRY_AGAIN
          query failed: ERROR:  permission denied for schema s;pg_dump: detail: Query was: LOCK TABLE s.t IN ACCESS SHARE MODE | pg_read_all_data | UNREADABLE
          query failed: ERROR:  query would be affected by row-level security policy for table "rl" | BYPASSRLS | UNREADABLE
          FATAL:  role "nobody" is not permitted to log in | user and password | UNREADABLE
          FATAL:  database "shop" does not exist | database name | UNREADABLE
          FATAL:  database "shop" is not currently accepting connections | database name | UNREADABLE
          FATAL:  too many connections for role "capped" | limit on connections | TRY_AGAIN
          FATAL:  sorry, too many clients already | limit on connections | TRY_AGAIN
          FATAL:  the database system is starting up | starting or stopping | TRY_AGAIN
          could not translate host name "nowhere" to address: Name or service not known | check the host | TRY_AGAIN
          server does not support SSL, but SSL was required | sslmode | UNREADABLE
          FATAL:  unsupported startup parameter in options: lock_timeout | address of PostgreSQL itself | UNREADABLE
          query failed: FATAL:  terminating connection due to administrator command;server closed the connection unexpectedly | lost on the way | TRY_AGAIN
          query failed: SSL connection has been closed unexpectedly | lost on the way | TRY_AGAIN
          query failed: ERROR:  could not extend file "base/5/1": No space left on device | make room | TRY_AGAIN
          query failed: ERROR:  cache lookup failed for index 4711 | dropped meanwhile | TRY_AGAIN
          schema with OID 4711 does not exist | dropped meanwhile | TRY_AGAIN
          query failed: ERROR:  invalid page in block 3 of relation base/5/1 | its own files | UNREADABLE
          connection to server failed: Connection refused | that the server is up | TRY_AGAIN
          """)
  void gives_each_reason_its_own_advice(String said, String advice, Outcome outcome)
      throws IOException {
    var answer = said.replace("\"", "\\\"").replace(";", "\n");
    var dump = program("echo \"pg_dump: error: " + answer + "\" >&2; exit 1");

    assertThatThrownBy(() -> dump.dump(CONNECTION, "main in staging"))
        .isInstanceOf(PgDumpFailed.class)
        .satisfies(e -> assertThat(advice(e).replace("'s name", " name")).contains(advice))
        .satisfies(e -> assertThat(((UserException) e).outcome()).isEqualTo(outcome));
  }

  @Test
  void notices_a_server_that_has_gone() throws IOException {
    var dump = program("echo \"$*\" >&2; exit 1");

    assertThatThrownBy(() -> dump.dump(CONNECTION, "main in staging"))
        .hasMessageContaining("keepalives_idle=30");
  }

  @Test
  void says_that_it_was_stopped() throws IOException {
    var dump = program("kill -9 $$");

    assertThatThrownBy(() -> dump.dump(CONNECTION, "main in staging"))
        .hasMessageContaining("it ended with exit code 137 and said nothing")
        .satisfies(e -> assertThat(advice(e)).contains("want of memory"));
  }

  @Test
  void reads_a_hundred_megabytes_beside_much_noise() throws IOException {
    var dump =
        program(
            """
            head -c 1000000 /dev/zero | tr '\\0' 'e' >&2
            head -c 100000000 /dev/zero | tr '\\0' ' '\
            """);

    assertThat(dump.dump(CONNECTION, "main in staging").length()).isEqualTo(100_000_000);
  }

  @Test
  void names_the_variable_that_names_no_pg_dump() throws IOException {
    var notThere = folder.resolve("none").toString();
    var other = script("other", "echo 'psql (PostgreSQL) 15.18'").toString();

    assertThatThrownBy(() -> PgDump.find(Map.of("DEED_PG_DUMP", notThere)))
        .isInstanceOf(PgDumpNotUsable.class)
        .hasMessage("DEED_PG_DUMP is %s, but there is no such file".formatted(notThere));
    assertThatThrownBy(() -> PgDump.find(Map.of("DEED_PG_DUMP", folder.toString())))
        .hasMessageEndingWith("it is a folder");
    assertThatThrownBy(() -> PgDump.find(Map.of("DEED_PG_DUMP", other)))
        .hasMessageEndingWith("does not answer --version as pg_dump does");
  }

  @Test
  void takes_the_newest_on_the_path() throws IOException {
    for (var version : new String[] {"97", "98", "96"}) {
      Files.createDirectories(folder.resolve(version));
      script(version + "/pg_dump", "echo 'pg_dump (PostgreSQL) %s.1'".formatted(version));
    }
    var path = "%1$s/97:%1$s/98:%1$s/96".formatted(folder);

    assertThat(PgDump.find(Map.of("PATH", path)).version()).isEqualTo("98.1");
  }

  private Outcome outcome(String said) throws IOException {
    var dump = program("echo 'pg_dump: error: %s' >&2; exit 1".formatted(said));
    try {
      dump.dump(CONNECTION, "main in staging");
    } catch (UserException e) {
      return e.outcome();
    }
    throw new AssertionError("it worked");
  }

  private PgDump program(String answer) throws IOException {
    var version = "if [ \"$1\" = --version ]; then echo 'pg_dump (PostgreSQL) 15.18'; exit; fi\n";
    var path = script("pg_dump", version + answer);
    return PgDump.find(Map.of("DEED_PG_DUMP", path.toString()));
  }

  private Path script(String name, String commands) throws IOException {
    var path = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + commands + "\n");
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String advice(Throwable failure) {
    return ((UserException) failure).advice();
  }
}
