package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.engine.Layout;
import dev.deed.engine.MigrationFolder;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Planner;
import dev.deed.engine.Planner.Wish;
import dev.deed.engine.postgres.PostgresExtension;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.ServiceName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The migrations at the top of the repository.
@ExtendWith(PostgresExtension.class)
class ExampleTest {

  private static final String SCHEMA =
      """
      SELECT c.relkind, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace
      UNION ALL SELECT 'f', proname, pg_get_functiondef(oid), '', false FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      UNION ALL SELECT 'c', conname, pg_get_constraintdef(oid), '', convalidated FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT 't', tgname, pg_get_triggerdef(oid), '', false FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT 'y', typname, '', '', false FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd')
      ORDER BY 1, 2, 3
      """;

  @Test
  void goes_up_and_down_and_up_to_the_same_schema(TestDatabase auth, TestDatabase main) {
    var root =
        Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();
    var folders =
        Map.of(AUTH, root.resolve("migrations/auth"), MAIN, root.resolve("migrations/main"));
    var services =
        Set.of(new ServiceName("web"), new ServiceName("api"), new ServiceName("billing"));
    var migrations = MigrationFolder.read(new Layout(root, folders, services));
    var planner = new Planner(migrations);
    assertThat(MigrationRules.check(migrations)).isEmpty();

    run(auth, main, (database, history) -> planner.apply(database, history, Wish.ALL));
    var before = List.of(auth.query(SCHEMA), main.query(SCHEMA));
    run(
        auth,
        main,
        (database, history) ->
            planner.rollback(database, history, dev.deed.engine.Goal.BASE, Map.of()));
    assertThat(auth.query(SCHEMA)).isEmpty();
    assertThat(main.query(SCHEMA)).isEmpty();
    run(auth, main, (database, history) -> planner.apply(database, history, Wish.ALL));

    assertThat(List.of(auth.query(SCHEMA), main.query(SCHEMA))).isEqualTo(before);
  }

  private static void run(TestDatabase auth, TestDatabase main, Planning planning) {
    var local = new EnvironmentName("local");
    var addresses =
        List.of(
            new Address(new Target(local, AUTH), ConnectionUrl.parse(auth.url(), Map.of())),
            new Address(new Target(local, MAIN), ConnectionUrl.parse(main.url(), Map.of())));
    for (var run : new Runner(RunPolicy.DEFAULT, event -> {}).run(addresses, planning)) {
      assertThat(run.failure()).isNull();
      assertThat(run.done()).isNotEmpty();
    }
  }
}
