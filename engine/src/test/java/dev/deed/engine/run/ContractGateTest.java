package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.engine.MigrationStatus;
import dev.deed.engine.Planner;
import dev.deed.engine.Wish;
import dev.deed.engine.changeover.ContractNotForced;
import dev.deed.engine.changeover.Contracts;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The last step of a changeover waits until nothing needs the old form any more.
@ExtendWith(PostgresExtension.class)
class ContractGateTest {

  private static final String PART =
      "-- deed: changeover names phase=%s operation=rename-column table=public.users old=name new=full_name\n";
  private static final String STATES = "SELECT version, state FROM deed.migration ORDER BY version";
  private static final String DOWN =
      "\n-- DOWN Migration\n-- ALTER TABLE users ADD COLUMN name text;\n";

  @TempDir Path folder;

  @Test
  void passes_over_a_contract_until_its_wait_is_over_and_goes_on_with_what_comes_later(
      TestDatabase auth) {
    var project = story(auth, "48h").file("auth/web/5_later.sql", "CREATE TABLE later (id int);");

    var first = apply(project, null);

    assertThat(first.failure()).isNull();
    assertThat(notices(first)).anyMatch(n -> n.contains("2 is not applied here yet"));
    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("auth/4_contract (web) is not due: it waits until 20"));
    assertThat(auth.query(STATES))
        .containsExactly("1|applied", "2|applied", "3|applied", "5|applied");
    assertThat(status(project)).containsExactly(MigrationStatus.State.WAITING);

    auth.execute("UPDATE deed.migration SET at = now() - interval '50 h' WHERE version = '2'");
    var second = apply(project, null);
    assertThat(second.failure()).isNull();
    assertThat(auth.query(STATES)).contains("4|applied");
    assertThat(
            auth.query(
                "SELECT count(*) FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'name'"))
        .containsExactly("0");
  }

  @Test
  void waits_for_the_word_of_each_consumer(TestDatabase auth) {
    var project = story(auth, "0");

    assertThat(notices(apply(project, null, "api", "mail")))
        .anyMatch(n -> n.contains("api, mail have not acknowledged it"));
    auth.execute("INSERT INTO deed.acknowledgement (change, service) VALUES ('names', 'api')");
    assertThat(notices(apply(project, null, "api", "mail")))
        .anyMatch(n -> n.contains("mail has not acknowledged it"));
    auth.execute("INSERT INTO deed.acknowledgement (change, service) VALUES ('names', 'mail')");
    assertThat(apply(project, null, "api", "mail").done()).hasSize(1);
  }

  /// Who used the old form was asked before it went.
  @Test
  void drops_what_is_kept_when_its_time_is_over_and_asks_nobody(TestDatabase auth) {
    var project =
        story(auth, "0")
            .file(
                "auth/web/5_keep.sql",
                PART.formatted("keep") + "-- deed: contract of=4 wait=30d\nSELECT 1;" + DOWN);
    apply(project, null, "api");
    auth.execute("INSERT INTO deed.acknowledgement (change, service) VALUES ('names', 'api')");
    apply(project, null, "api");
    assertThat(auth.query(STATES)).contains("4|applied").doesNotContain("5|applied");
    auth.execute("DELETE FROM deed.acknowledgement");
    assertThat(notices(apply(project, null, "api")))
        .anyMatch(n -> n.contains("auth/5_keep (web) is not due: it waits until 20"))
        .noneMatch(n -> n.contains("acknowledged"));

    auth.execute("UPDATE deed.migration SET at = now() - interval '31 d' WHERE version = '4'");
    apply(project, null, "api");
    assertThat(auth.query(STATES)).contains("5|applied");
  }

  @Test
  void waits_while_the_old_column_is_written(TestDatabase auth) {
    var project = story(auth, "2h");
    apply(project, null);
    auth.execute("UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2'");
    auth.execute(
        "INSERT INTO deed.column_writer (change, role, application) VALUES ('names', 'old_app', 'worker')");

    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("the old column is still written by old_app with worker"));
    auth.execute("UPDATE deed.column_writer SET last = now() - interval '3 h'");
    assertThat(apply(project, null).done()).hasSize(1);
  }

  @Test
  void waits_for_a_backfill_that_is_not_proved(TestDatabase auth) {
    var project = story(auth, "0");
    project.apply();
    auth.execute("UPDATE deed.backfill SET state = 'done'");
    auth.execute("UPDATE deed.migration SET state = 'reverted' WHERE version = '4'");
    auth.execute("ALTER TABLE users ADD COLUMN name text");

    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("the backfill of 3 is not proved to be complete"));
  }

  @Test
  void waits_for_a_backfill_of_which_nothing_is_known(TestDatabase auth) {
    var project = story(auth, "1h");
    apply(project, null);
    auth.execute("DELETE FROM deed.backfill");
    auth.execute("UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2'");

    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("the backfill of 3 is not proved to be complete"));
  }

  @Test
  void forgets_a_word_that_was_given_before_the_changeover_began_anew(TestDatabase auth) {
    var project = story(auth, "0");
    apply(project, null, "api");
    auth.execute(
        "INSERT INTO deed.acknowledgement (change, service, at) VALUES ('names', 'api', now() - interval '1 d')");

    assertThat(notices(apply(project, null, "api")))
        .anyMatch(n -> n.contains("api has not acknowledged it"));
    auth.execute("INSERT INTO deed.acknowledgement (change, service) VALUES ('names', 'api')");
    assertThat(apply(project, null, "api").done()).hasSize(1);
  }

  @Test
  void waits_while_something_depends_on_the_column(TestDatabase auth) {
    var project = story(auth, "1h");
    apply(project, null);
    auth.execute("CREATE VIEW names AS SELECT name FROM users");
    auth.execute("UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2'");

    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("these depend on it: view names"));
    auth.execute("DROP VIEW names");
    assertThat(apply(project, null).done()).hasSize(1);
  }

  @Test
  void waits_for_nothing_that_goes_with_the_column(TestDatabase auth) {
    var project = story(auth, "1h");
    apply(project, null);
    auth.execute(
        "ALTER TABLE users ADD CHECK (name <> ''), ADD CHECK (name <> full_name OR id > 0), ADD UNIQUE (name)");
    auth.execute("CREATE INDEX ON users (lower(name)) WHERE name > 'a'");
    auth.execute("ALTER TABLE users ADD long int GENERATED ALWAYS AS (length(name)) STORED");
    auth.execute("UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2'");

    assertThat(notices(apply(project, null)))
        .anyMatch(
            n -> n.contains("these depend on it: ") && n.contains("column long of table users"))
        .noneMatch(n -> n.contains("constraint"));
    auth.execute("ALTER TABLE users DROP COLUMN long");
    assertThat(apply(project, null).done()).hasSize(1);
  }

  /// Values may be kept while they are copied.
  @Test
  void waits_for_nothing_that_it_makes_itself(TestDatabase auth) {
    var project = story(auth, "1h");
    project.file(
        "auth/web/4_contract.sql",
        contract("1h")
                .replace(
                    "ALTER TABLE",
                    """
                    CREATE TABLE kept (id int);
                    CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
                    CREATE TRIGGER keep AFTER UPDATE ON users FOR EACH ROW EXECUTE FUNCTION keep();
                    DROP TRIGGER keep ON users;
                    DROP TABLE kept;
                    ALTER TABLE\
                    """)
            + DOWN);
    apply(project, null);
    auth.execute("UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2'");

    assertThat(apply(project, null).done()).hasSize(1);
  }

  /// The server does not know what a function's text names.
  @Test
  void waits_while_a_function_of_a_trigger_names_the_column(TestDatabase auth) {
    var project = story(auth, "1h");
    apply(project, null);
    auth.execute(
        """
        CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW . "name" = '' THEN NEW.full_name := ''; END IF; RETURN NEW; END $$;
        CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.full_name := upper(NEW.full_name); NEW.id := NEW.id; RETURN NEW; END $$;
        CREATE TRIGGER audit BEFORE INSERT OR UPDATE ON users FOR EACH ROW EXECUTE FUNCTION audit();
        CREATE TRIGGER other BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION other();
        UPDATE deed.migration SET at = now() - interval '5 h' WHERE version = '2';
        """);

    assertThat(notices(apply(project, null)))
        .anyMatch(n ->
            n.contains(
                "(web) is not due: these depend on it: trigger audit on table users (its function audit() names the column);"));
    auth.execute("DROP TRIGGER audit ON users");
    assertThat(apply(project, null).done()).hasSize(1);
  }

  @Test
  void does_not_trust_a_clock_that_goes_backwards(TestDatabase auth) {
    var project = story(auth, "1h");
    apply(project, null);
    auth.execute("UPDATE deed.migration SET at = now() + interval '1 d' WHERE version = '2'");

    assertThat(notices(apply(project, null)))
        .anyMatch(n -> n.contains("the server's clock is before 20"));
  }

  @Test
  void is_forced_with_a_reason_that_the_history_keeps(TestDatabase auth) {
    var project = story(auth, "48h");
    apply(project, null);

    var forced = apply(project, "the column holds secrets");

    assertThat(forced.failure()).isNull();
    assertThat(
            auth.query(
                "SELECT event, detail LIKE 'the column holds secrets (%not due%' FROM deed.event WHERE version = '4' ORDER BY id"))
        .containsExactly("contract forced|t", "applied|");
  }

  @Test
  void is_never_forced_without_a_way_back(TestDatabase auth) {
    var project = story(auth, "48h");
    project.file("auth/web/4_contract.sql", contract("48h"));
    apply(project, null);

    var planner = new Planner(project.migrations());
    var history = project.history(AUTH);
    var passing = contracts(project).passing("now");

    assertThatThrownBy(() -> planner.apply(AUTH, history, Wish.ALL, passing))
        .isInstanceOf(ContractNotForced.class)
        .hasMessageContaining("it has no down");
  }

  private Project story(TestDatabase auth, String wait) {
    return new Project(folder)
        .on(AUTH, auth)
        .file(
            "auth/web/1_users.sql",
            "CREATE TABLE users (id bigint PRIMARY KEY, name text); INSERT INTO users VALUES (1, 'a');")
        .file(
            "auth/web/2_expand.sql",
            PART.formatted("expand") + "ALTER TABLE users ADD COLUMN full_name text;")
        .file(
            "auth/web/3_backfill.sql",
            PART.formatted("backfill")
                + "-- deed: backfill\nUPDATE users SET full_name = name WHERE full_name IS DISTINCT FROM name;")
        .file("auth/web/4_contract.sql", contract(wait) + DOWN);
  }

  private static String contract(String wait) {
    return PART.formatted("contract")
        + "-- deed: contract of=2 wait="
        + wait
        + "\nALTER TABLE users DROP COLUMN name;";
  }

  private DatabaseRun apply(Project project, @Nullable String reason, String... consumers) {
    var planner = new Planner(project.migrations());
    var passing = contracts(project, consumers).passing(reason);
    return project
        .runner()
        .run(
            project.addresses(),
            (database, history) -> planner.apply(database, history, Wish.ALL, passing))
        .getFirst();
  }

  private static Contracts contracts(Project project, String... consumers) {
    var services = Set.copyOf(List.of(consumers).stream().map(ServiceName::new).toList());
    return new Contracts(project.migrations(), (database, table, column) -> services);
  }

  private static List<String> notices(DatabaseRun run) {
    return run.plan() == null ? List.of() : run.plan().notices();
  }

  private static List<MigrationStatus.State> status(Project project) {
    return new Planner(project.migrations())
        .status(AUTH, project.history(AUTH)).stream()
            .map(MigrationStatus::state)
            .filter(state -> !state.isDone())
            .toList();
  }
}
