package dev.deed.engine.run;

import static dev.deed.engine.run.Project.AUTH;
import static dev.deed.engine.run.Project.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.engine.Goal;
import dev.deed.engine.MigrationRules;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Target;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
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
import org.junit.jupiter.api.io.TempDir;

/// The migrations at the top of the repository.
@ExtendWith(PostgresExtension.class)
class ExampleTest {

  @TempDir Path folder;

  @Test
  void goes_up_and_down_and_up_to_the_same_schema(TestDatabase auth, TestDatabase main) {
    assumeTrue(Psql.isInstalled() && new Psql(auth, folder).canDump());
    var empty = dumps(auth, main);
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
    var before = dumps(auth, main);
    run(
        auth,
        main,
        (database, history) ->
            planner.rollback(database, history, RollbackWish.to(Goal.BASE), Map.of()));
    assertThat(dumps(auth, main)).isEqualTo(empty).isNotEqualTo(before);
    run(auth, main, (database, history) -> planner.apply(database, history, Wish.ALL));

    assertThat(dumps(auth, main)).isEqualTo(before);
  }

  private List<String> dumps(TestDatabase auth, TestDatabase main) {
    return List.of(new Psql(auth, folder).schema(), new Psql(main, folder).schema());
  }

  private static void run(TestDatabase auth, TestDatabase main, PlanSource planning) {
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
