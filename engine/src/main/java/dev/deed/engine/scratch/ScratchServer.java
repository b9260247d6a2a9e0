package dev.deed.engine.scratch;

import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.ConnectionUrl;
import dev.deed.engine.connect.Patience;
import dev.deed.engine.connect.Target;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A server on which databases are made for a proof and dropped after it. Its other databases are
/// not touched: what is dropped has a name that only this class gives.
public final class ScratchServer implements AutoCloseable {

  private static final EnvironmentName SCRATCH = new EnvironmentName("scratch");

  private static final String TEMPLATE = "deed_template_[0-9a-f]{16}_[0-9]{1,3}";

  private static final Pattern OWN_NAME =
      Pattern.compile("deed_scratch_[0-9]{14}_[0-9a-f]{8}|deed_branch_[a-z0-9_]{1,50}|" + TEMPLATE);

  /// PostgreSQL refuses to drop a database that something other than a session holds.
  private static final String IN_USE = "55006";

  /// Sessions that have just been closed may take that long to end.
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private static final Duration SHORT_END = Duration.ofSeconds(1);

  private final ConnectionUrl url;
  private final Patience patience;
  private final EnvironmentName environment;
  private final Set<String> present = ConcurrentHashMap.newKeySet();
  private final Set<String> templates = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ScratchKeeper keeper;

  /// @param url of a database there, from which others are created
  public ScratchServer(ConnectionUrl url, Patience patience) {
    this(url, patience, SCRATCH);
  }

  /// @param environment that the databases are copies of
  public ScratchServer(ConnectionUrl url, Patience patience, EnvironmentName environment) {
    this.url = url;
    this.patience = patience;
    this.environment = environment;
  }

  public ConnectionUrl url() {
    return url;
  }

  public Patience patience() {
    return patience;
  }

  /// An empty database, which the caller closes.
  ///
  /// @param database that it stands for
  /// @throws ScratchFailed if the role may not create databases, or the server refuses for another
  ///   reason
  public ScratchDatabase create(DatabaseName database) {
    return create(database, "TEMPLATE template0");
  }

  /// An empty database that is like another one.
  ///
  /// @param options as `ENCODING 'UTF8'`; empty for none
  public ScratchDatabase createLike(DatabaseName database, String options) {
    return create(database, ("TEMPLATE template0 " + options).strip());
  }

  /// A copy of a database of this server, rows included, which the caller closes. Waits a while for
  /// sessions in it that are about to end.
  ///
  /// @param database that it stands for
  /// @param template its name on the server
  /// @param options as `STRATEGY FILE_COPY`; empty for none
  /// @throws ScratchFailed if sessions stay, among other reasons
  public ScratchDatabase copy(DatabaseName database, String template, String options) {
    keeper().awaitEnd(template, LONGEST_END);
    return create(
        database, "TEMPLATE %s %s".formatted(Identifier.quoted(template), options).strip());
  }

  /// Databases to be copied, which programs on this server share that need the same ones. They are
  /// kept until `dropAll`, and the last program drops them.
  ///
  /// @param key of what they hold: sixteen hexadecimal digits
  /// @param make the databases, if no program has done so; they are taken over
  /// @return the names of the templates, for `copy`
  public Map<DatabaseName, String> templates(
      String key, List<DatabaseName> databases, Supplier<Map<DatabaseName, ScratchDatabase>> make) {
    templates.add(key);
    return new ScratchTemplates(this, key).obtain(databases, make);
  }

  static boolean isTemplate(String name) {
    return name.matches(TEMPLATE);
  }

  void dropTemplate(String name) {
    refuseOthers(name);
    dropDatabase(name);
  }

  private ScratchDatabase create(DatabaseName database, String how) {
    var random = UUID.randomUUID().toString().substring(0, 8);
    var name = "deed_scratch_%s_%s".formatted(keeper().now(), random);
    keeper().hold(name);
    present.add(name);
    execute("CREATE DATABASE %s %s".formatted(Identifier.quoted(name), how));
    return database(database, name);
  }

  /// An existing one.
  ///
  /// @param database that it stands for
  public ScratchDatabase database(DatabaseName database, String name) {
    return new ScratchDatabase(this, address(database, name), name);
  }

  private Address address(DatabaseName database, String name) {
    return new Address(new Target(environment, database), url.of(name));
  }

  void drop(String name) {
    refuseOthers(name);
    dropDatabase(name);
    present.remove(name);
    keeper().release(name);
  }

  /// Puts another copy in its place.
  void replace(String name, String template) {
    refuseOthers(name);
    keeper().awaitEnd(template, LONGEST_END);
    dropDatabase(name);
    execute(
        "CREATE DATABASE %s TEMPLATE %s"
            .formatted(Identifier.quoted(name), Identifier.quoted(template)));
  }

  /// Leaves it to whom it was made for, under a name of its own: from now on it is not dropped when
  /// this server is closed.
  ///
  /// @param remark begins with `deed branch`, and ends with `until` and the time when it expires
  void handOver(String name, String branch, String remark) {
    refuseOthers(name);
    refuseOthers(branch);
    keeper().awaitEnd(name, LONGEST_END);
    // Killed between the two, the copy has its old name, and the next program drops it.
    execute(
        "COMMENT ON DATABASE %s IS %s"
            .formatted(Identifier.quoted(name), "'" + remark.replace("'", "''") + "'"));
    keeper().hold(branch);
    try {
      execute(
          "ALTER DATABASE %s RENAME TO %s"
              .formatted(Identifier.quoted(name), Identifier.quoted(branch)));
    } finally {
      keeper().release(branch);
    }
    present.remove(name);
    keeper().release(name);
  }

  /// Leaves it to the user under a name that no other database has.
  ///
  /// @throws ScratchFailed if there is one
  public void rename(String name, String own) {
    refuseOthers(name);
    keeper().awaitEnd(name, LONGEST_END);
    execute(
        "ALTER DATABASE %s RENAME TO %s"
            .formatted(Identifier.quoted(name), Identifier.quoted(own)));
    present.remove(name);
    keeper().release(name);
  }

  /// What a migration has left may hold the database, such as a subscription: it goes first.
  private void dropDatabase(String name) {
    var sql = "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(Identifier.quoted(name));
    try {
      execute(sql);
    } catch (ScratchFailed failure) {
      if (!failure.state().equals(IN_USE)) {
        throw failure;
      }
      HeldDatabase.release(address(new DatabaseName(name), name), patience);
      execute(sql);
    }
  }

  private static void refuseOthers(String name) {
    if (!OWN_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " was not made by deed");
    }
  }

  /// Where the program ends early, and those who created them cannot close them. Another thread may
  /// be in the middle of making one: its session is ended first.
  public void dropAll() {
    var old = keeper;
    if (old == null) {
      return;
    }
    var fresh =
        ScratchKeeper.open(address(new DatabaseName(url.database()), url.database()), patience);
    fresh.end(old, LONGEST_END);
    keeper = fresh;
    try {
      dropPresent();
      // The locks were released with the old session.
      List.copyOf(templates).forEach(key -> new ScratchTemplates(this, key).dropUnused());
    } finally {
      close();
    }
  }

  /// One that cannot be dropped keeps no other from being dropped.
  private void dropPresent() {
    var failures = new ArrayList<ScratchFailed>();
    for (var name : List.copyOf(present)) {
      try {
        drop(name);
      } catch (ScratchFailed failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
      throw failures.getFirst();
    }
  }

  /// Drops what programs that have ended left there, and copies that have expired. A program that
  /// still runs holds a lock for each of its databases.
  ///
  /// @return also what could not be dropped, which is passed over
  public Leftovers dropLeftovers() {
    var sweep = new Leftovers.Sweep();
    for (var name : keeper().leftovers()) {
      if (OWN_NAME.matcher(name).matches()) {
        sweep.tryDrop(name, () -> dropLeftover(name));
      }
    }
    ScratchTemplates.dropLeftovers(this, sweep);
    return sweep.leftovers();
  }

  /// What was one a moment ago may have been dropped and made again by another program.
  private boolean dropLeftover(String name) {
    if (!keeper().tryHold(name)) {
      return false;
    }
    try {
      var isOne = keeper().leftovers().contains(name);
      if (isOne) {
        dropDatabase(name);
      }
      return isOne;
    } finally {
      keeper().release(name);
    }
  }

  /// The copies there that were handed over.
  public List<ScratchBranch> branches() {
    return keeper().branches();
  }

  /// Drops one of them.
  public void dropBranch(ScratchBranch branch) {
    refuseOthers(branch.database());
    dropDatabase(branch.database());
  }

  /// The sessions that are connected to a database and stay there, in words.
  public List<String> sessions(String database) {
    keeper().awaitEnd(database, SHORT_END);
    return keeper().sessions(database);
  }

  public long bytesOf(String database) {
    return keeper().bytesOf(database);
  }

  /// What is left of the disk of its databases; empty where the server is on another machine, or
  /// the role may not know its folder.
  public Optional<Long> freeBytes() {
    return keeper()
        .dataFolder()
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(folder -> {
          try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  /// One that fails keeps no other from being sent.
  public void tryAll(List<String> statements) {
    for (var statement : statements) {
      try {
        execute(statement);
      } catch (ScratchFailed _) {
        // Most often an object of a database that is kept, which uses a role.
      }
    }
  }

  /// On the server as a whole: `CREATE ROLE`.
  public void execute(String sql) {
    keeper().execute(sql);
  }

  /// The session that makes and drops the databases.
  ScratchKeeper keeper() {
    var opened = keeper;
    if (opened == null) {
      opened =
          ScratchKeeper.open(address(new DatabaseName(url.database()), url.database()), patience);
      keeper = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    var opened = keeper;
    keeper = null;
    if (opened != null) {
      opened.close();
    }
  }
}
