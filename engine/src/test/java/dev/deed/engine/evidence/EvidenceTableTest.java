package dev.deed.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.Checksum;
import dev.deed.engine.Version;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Parallel;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class EvidenceTableTest {

  private static final DatabaseName AUTH = new DatabaseName("auth");
  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  private static final Checksum UP = Checksum.of("CREATE TABLE t (id int)");
  private static final Checksum DOWN = Checksum.of("DROP TABLE t");
  private static final Evidence.Subject SUBJECT =
      new Evidence.Subject(AUTH, new Version("1"), UP, DOWN);
  private static final Evidence.Subject OTHER =
      new Evidence.Subject(AUTH, new Version("2"), DOWN, null);

  private static EvidenceTable in(TestDatabase database) {
    return at(database.url());
  }

  private static EvidenceTable at(String url) {
    var target = new Target(PRODUCTION, AUTH);
    return new EvidenceTable(
        new Address(target, ConnectionUrl.parse(url, Map.of()), Address.Expected.ANYTHING),
        Patience.of(Duration.ofMinutes(1)));
  }

  private static Evidence backup(String who) {
    return new Evidence(
        Evidence.Kind.BACKUP,
        SUBJECT,
        new Evidence.Place(PRODUCTION, "pg_dump", "all tables"),
        Evidence.Outcome.PASSED,
        new Evidence.Word(who, "nightly", Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")),
        Map.of("file", "a'b\"c{}.dump", "bytes", "12", "empty", ""));
  }

  @Test
  void gives_back_what_was_kept_in_a_database_without_a_history(TestDatabase auth) {
    var store = in(auth);
    assertThat(store.find(List.of(SUBJECT)).all()).isEmpty();
    assertThat(auth.query("SELECT to_regnamespace('deed') IS NULL")).containsExactly("t");

    store.keep(List.of(backup("ann")));
    store.keep(List.of(backup("")));

    var found = store.find(List.of(SUBJECT));
    assertThat(found.damages()).isEmpty();
    assertThat(found.all()).hasSize(2);
    var first = found.all().getFirst();
    assertThat(first.subject()).isEqualTo(backup("ann").subject());
    assertThat(first.place()).isEqualTo(backup("ann").place());
    assertThat(first.details()).isEqualTo(backup("ann").details());
    assertThat(first.word().who()).isEqualTo("ann");
    assertThat(first.word().expires()).isEqualTo(backup("ann").word().expires());
    // The server's clock, not that of the program.
    assertThat(first.word().at()).isAfter(Instant.EPOCH).isBeforeOrEqualTo(found.readAt());
    assertThat(found.all().getLast().word().who()).isEqualTo(auth.user());
    assertThat(store.find(List.of(OTHER)).all()).isEmpty();
  }

  @Test
  void is_created_once_by_many_at_the_same_time(TestDatabase auth) {
    Parallel.run(
        IntStream.range(0, 6)
            .mapToObj(i ->
                (Callable<Boolean>)
                    () -> {
                      in(auth).keep(List.of(backup("run " + i)));
                      return true;
                    })
            .toList());

    assertThat(in(auth).find(List.of(SUBJECT)).all()).hasSize(6);
  }

  @Test
  void believes_nothing_of_rows_that_deed_did_not_write(TestDatabase auth) {
    in(auth).keep(List.of(backup("ann")));
    auth.execute(
        """
        ALTER TABLE deed.evidence DROP CONSTRAINT evidence_outcome_check;
        INSERT INTO deed.evidence (kind, database, version, checksum, outcome, who, details, at) VALUES
          ('backup', 'auth', '1', '%1$s', 'surely', 'eve', '{}', now()),
          ('backup', 'auth', '1', '%1$s', 'passed', 'eve', '[1]', now()),
          ('backup', 'auth', '1', '%1$s', 'passed', 'eve', '{}', 'infinity'),
          ('backup', 'auth', '', '%1$s', 'passed', 'eve', '{}', now()),
          ('', '', '1', '%1$s', 'passed', '', '{}', now());
        UPDATE deed.evidence SET down_checksum = 'none' WHERE id = 2
        """
            .formatted(UP.hex()));

    var found = in(auth).find(List.of(SUBJECT));

    assertThat(found.all()).hasSize(1);
    assertThat(found.damages())
        .hasSize(5)
        .first()
        .asString()
        .isEqualTo(
            "row 2 of deed.evidence of auth (production) has a down_checksum that is not 64"
                + " hexadecimal digits, an outcome that is neither passed nor failed");
  }

  @Test
  void says_that_a_trigger_or_row_security_is_in_the_way(TestDatabase auth) {
    var role = auth.name() + "_keeper";
    in(auth).keep(List.of(backup("ann")));
    auth.execute(
        """
        CREATE ROLE %1$s LOGIN PASSWORD 'keeper';
        GRANT USAGE ON SCHEMA deed TO %1$s;
        GRANT SELECT ON deed.evidence TO %1$s;
        ALTER TABLE deed.evidence ENABLE ROW LEVEL SECURITY;
        CREATE FUNCTION public.discard() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER discard BEFORE INSERT ON deed.evidence FOR EACH ROW EXECUTE FUNCTION public.discard();
        """
            .formatted(Identifier.quoted(role)));
    try {
      var store =
          at(
              "postgresql://%s:keeper@%s:%d/%s"
                  .formatted(role, auth.host(), auth.port(), auth.name()));

      assertThat(store.find(List.of(SUBJECT)).damages())
          .containsExactly(
              "deed.evidence of auth (production) may hide rows: row security is active on it for"
                  + " this role");
      assertThatThrownBy(() -> store.keep(List.of(backup("eve"))))
          .isInstanceOf(EvidenceNotKept.class)
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> in(auth).keep(List.of(backup("ann"))))
          .isInstanceOf(EvidenceNotKept.class)
          .hasMessageContaining("a trigger, a rule or a policy on it discards rows");
      assertThat(in(auth).find(List.of(SUBJECT)).all()).hasSize(1);
    } finally {
      auth.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(Identifier.quoted(role)));
    }
  }
}
