package dev.deed.engine.run;

import dev.deed.engine.Goal;
import dev.deed.engine.History;
import dev.deed.engine.Migrations;
import dev.deed.engine.Planner;
import dev.deed.engine.RollbackWish;
import dev.deed.engine.Wish;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.engine.file.Layout;
import dev.deed.engine.file.MigrationFolder;
import dev.deed.engine.look.Histories;
import dev.deed.engine.postgres.TestDatabase;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A folder of migrations and the databases that they are for.
final class Project {

  static final DatabaseName AUTH = new DatabaseName("auth");
  static final DatabaseName MAIN = new DatabaseName("main");

  private static final EnvironmentName LOCAL = new EnvironmentName("local");

  private final Path folder;
  private final Map<DatabaseName, String> urls = new TreeMap<>();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private RunPolicy policy =
      RunPolicy.DEFAULT.withConnectWait(Duration.ofMinutes(1)).withRunWait(Duration.ofMinutes(1));

  Project(Path folder) {
    this.folder = folder;
  }

  Project on(DatabaseName name, TestDatabase database) {
    return on(name, database.url());
  }

  Project on(DatabaseName name, String url) {
    urls.put(name, url);
    return this;
  }

  Project with(RunPolicy newPolicy) {
    policy = newPolicy;
    return this;
  }

  RunPolicy policy() {
    return policy;
  }

  /// @param path below `migrations`: `auth/web/1_users.sql`
  Project file(String path, String text) {
    try {
      var file = folder.resolve("migrations").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Project delete(String path) {
    try {
      Files.delete(folder.resolve("migrations").resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Migrations migrations() {
    var folders = new TreeMap<DatabaseName, Path>();
    urls.keySet().forEach(name -> folders.put(name, folder.resolve("migrations/" + name)));
    var services = Set.of(new ServiceName("web"), new ServiceName("api"));
    return MigrationFolder.read(new Layout(folder, folders, services));
  }

  List<DatabaseRun> applyAll(Wish wish) {
    var planner = new Planner(migrations());
    return runner().run(addresses(), (database, history) -> planner.apply(database, history, wish));
  }

  /// All databases, as far as there are files.
  List<DatabaseRun> applyAll() {
    return applyAll(Wish.ALL);
  }

  /// The only database.
  DatabaseRun apply() {
    return applyAll().getFirst();
  }

  /// Of the only database, which is expected to fail.
  UserException failure() {
    return failureOf(apply());
  }

  static UserException failureOf(DatabaseRun run) {
    var failure = run.failure();
    if (failure == null) {
      throw new AssertionError("the run did not fail: " + run);
    }
    return failure;
  }

  DatabaseRun apply(Consumer<RunEvent> listener) {
    var planner = new Planner(migrations());
    return new Runner(policy, listener)
        .run(addresses(), (database, history) -> planner.apply(database, history, Wish.ALL))
        .getFirst();
  }

  /// Of the first database; the others may require what is there.
  DatabaseRun rollback(String goal) {
    return rollback(goal, events::add);
  }

  DatabaseRun rollback(String goal, Consumer<RunEvent> listener) {
    return rollback(goal, new Runner(policy, listener));
  }

  DatabaseRun rollback(String goal, Runner runner) {
    var planner = new Planner(migrations());
    var to = Goal.parse(goal).orElseThrow();
    var others = new TreeMap<DatabaseName, History>();
    urls.keySet().stream().skip(1).forEach(name -> others.put(name, history(name)));
    return runner
        .run(
            addresses().subList(0, 1),
            (database, history) -> planner.rollback(database, history, RollbackWish.to(to), others))
        .getFirst();
  }

  Runner runner() {
    return new Runner(policy, events::add);
  }

  History history(DatabaseName database) {
    var address =
        addresses().stream()
            .filter(a -> a.target().database().equals(database))
            .findFirst()
            .orElseThrow();
    return Histories.read(address, Patience.of(Duration.ZERO));
  }

  List<Address> addresses() {
    var addresses = new ArrayList<Address>();
    urls.forEach((name, url) ->
        addresses.add(new Address(new Target(LOCAL, name), ConnectionUrl.parse(url, Map.of()))));
    return addresses;
  }

  List<RunEvent> events() {
    return events;
  }

  <T extends RunEvent> List<T> events(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
