package dev.deed.cli.job;

import dev.deed.cli.host.Surroundings;
import dev.deed.cli.host.SwapConfirmation;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RestoredDatabase;
import dev.deed.cli.scratch.DiskRoom;
import dev.deed.drift.ArchiveNotRestored;
import dev.deed.drift.PgArchive;
import dev.deed.engine.backup.DatabaseTraits;
import dev.deed.engine.backup.RowCounts;
import dev.deed.engine.connect.Address;
import dev.deed.engine.connect.NotExpected;
import dev.deed.engine.connect.PooledConnection;
import dev.deed.engine.scratch.ScratchDatabase;
import dev.deed.engine.scratch.ScratchFailed;
import dev.deed.engine.scratch.ScratchServer;
import dev.deed.ownership.CopyProvider;
import dev.deed.project.server.Ending;
import dev.deed.project.server.Scratch;
import dev.deed.sql.Identifier;
import dev.deed.sql.UserException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Restores a backup into a new database on the server of an environment, and exchanges it for the
/// one in use where a person wants that.
public record RestoreRun(Targets targets, Surroundings surroundings, Wish wish) {

  /// What the command line says.
  ///
  /// @param backup a file, or a migration
  /// @param database null for the only one of the environment
  /// @param name of the new database; null for one with the date
  /// @param isDryRun only the plan is shown
  /// @param pgDump null for the newest that is found
  /// @param evidence a file; null for the usual place
  public record Wish(
      String backup,
      @Nullable String database,
      @Nullable String name,
      Swap swap,
      boolean isDryRun,
      @Nullable String pgDump,
      @Nullable Path evidence) {}

  /// @param isWanted the databases are exchanged
  /// @param endsSessions sessions in the one in use are ended
  /// @param isConfirmed nothing is asked
  public record Swap(boolean isWanted, boolean endsSessions, boolean isConfirmed) {}

  private static final int LONGEST_NAME = 63;

  /// What is done, and with which names.
  ///
  /// @param live the database in use
  /// @param restored the new one, before it is exchanged
  /// @param old the one in use, after it was exchanged
  private record Plan(
      SavedBackups.Saved backup,
      DatabaseTraits traits,
      String live,
      String restored,
      String old,
      List<String> steps) {}

  public Report report() {
    var address = targets.address(wish.database());
    PooledConnection.refuse(address);
    NotExpected.refuse(address, targets.patience());
    var program = PgArchive.find(surroundings.environment(), wish.pgDump());
    var backup =
        new SavedBackups(targets, surroundings, wish.evidence())
            .find(address.target(), wish.backup());
    if (wish.swap().isWanted() && !backup.isWhole()) {
      throw new NotRestored(
          "%s has the rows of some tables only, and cannot take the place of a database in use"
              .formatted(backup.file()),
          "restore it without --swap and copy the rows, or name a backup of all tables: deed restore FILE",
          null);
    }
    var maintenance = maintenance(address);
    var plan = plan(address, maintenance, backup);
    if (wish.isDryRun()) {
      return new DatabaseReport.Restored(
          new RestoredDatabase(
              address.target(), plan.steps(), plan.restored(), null, 0, 0, List.of(), List.of()));
    }
    var dialogue = new SwapConfirmation(surroundings);
    dialogue.show(plan.steps());
    if (wish.swap().isWanted()) {
      if (!wish.swap().isConfirmed()) {
        dialogue.ask(plan.live());
      }
    }
    try {
      return restored(address, maintenance, program, plan);
    } catch (ArchiveNotRestored failure) {
      throw new NotRestored(
          String.valueOf(failure.getMessage()),
          "nothing was changed in %s; if the file is damaged: another backup; if the server lacks an extension or a role: make it, and run the command again"
              .formatted(plan.live()),
          failure);
    } catch (ScratchFailed failure) {
      throw new NotRestored(
          String.valueOf(failure.getMessage()).replaceFirst("^the scratch server", "the server"),
          "nothing was changed in %s; correct that, and run the command again"
              .formatted(plan.live()),
          failure);
    }
  }

  /// Another database of the server.
  private Address maintenance(Address address) {
    var named =
        targets.environment().copy() instanceof CopyProvider.Template template
            ? template.maintenance()
            : "postgres";
    var other = named.equals(address.url().database()) ? "template1" : named;
    return new Address(address.target(), address.url().of(other));
  }

  private Plan plan(Address address, Address maintenance, SavedBackups.Saved backup) {
    var live = address.url().database();
    var traits = DatabaseTraits.of(maintenance, targets.patience(), live);
    var date = surroundings.clock().instant().toString().replaceAll("[^0-9]", "").substring(0, 14);
    var restored = wish.name() == null ? named(live, "_restored_" + date) : wish.name();
    var old = named(live, "_before_" + date);
    if (!traits.mayCreate()) {
      throw new NotRestored(
          "the role of %s may not create databases".formatted(address.target().words()),
          "a superuser lets it: ALTER ROLE <role> CREATEDB",
          null);
    }
    if (restored.equals(live) || traits.taken().contains(restored)) {
      throw new NotRestored(
          "there is a database %s already, and deed restores only into a new one"
              .formatted(restored),
          "name another one: --as NAME",
          null);
    }
    if (restored.isEmpty() || restored.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      throw new NotRestored(
          "a name of a database has 1 to 63 bytes", "name another one: --as NAME", null);
    }
    return new Plan(
        backup, traits, live, restored, old, steps(address, backup, traits, restored, old));
  }

  private List<String> steps(
      Address address,
      SavedBackups.Saved backup,
      DatabaseTraits traits,
      String restoredName,
      String oldName) {
    var restored = Identifier.quoted(restoredName);
    var old = Identifier.quoted(oldName);
    var live = Identifier.quoted(address.url().database());
    var steps = new ArrayList<String>();
    steps.add("create database %s on %s".formatted(restored, address.url().place()));
    steps.add(
        "restore %s%s%s"
            .formatted(
                backup.file(),
                backup.time().isEmpty() ? "" : ", as of " + backup.time(),
                backup.isWhole() ? "" : ": rows of some tables, without foreign keys"));
    if (!traits.isSuperuser()) {
      steps.add("its objects will belong to the role of the URL, which is not a superuser");
    }
    if (wish.swap().isWanted()) {
      steps.add(
          "rename database %s to %s, and %s to %s, in one transaction"
              .formatted(live, old, restored, live));
      steps.add("what was written after the backup is in %s only".formatted(old));
      if (wish.swap().endsSessions()) {
        steps.add("end the sessions that are connected to " + live);
      }
    }
    return steps;
  }

  private static String named(String database, String suffix) {
    var name = database;
    while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
    }
    return name + suffix;
  }

  private Report restored(Address address, Address maintenance, PgArchive program, Plan plan) {
    var server =
        new ScratchServer(maintenance.url(), targets.patience(), address.target().environment());
    try (var scratch = Scratch.on(server)) {
      if (plan.traits().exists()) {
        refuseSessions(server, plan, false);
        DiskRoom.FOR_ONE.refuseSmall(
            address, server, server.bytesOf(plan.live()), "make room on the server's disk");
      }
      RowCounts counts;
      try (var database = server.createLike(address.target().database(), plan.traits().options())) {
        fill(database, program, plan);
        counts = RowCounts.all(database.address(), targets.patience());
        plan.traits().extras().statements(database.name()).stream()
            .filter(statement -> plan.traits().isSuperuser() || !statement.contains(" OWNER TO "))
            .forEach(server::execute);
        scratch.server().rename(database.name(), plan.restored());
      }
      var wayBack = wish.swap().isWanted() ? exchange(server, plan) : List.<String>of();
      var name = wayBack.isEmpty() ? plan.restored() : plan.live();
      return new DatabaseReport.Restored(
          new RestoredDatabase(
              address.target(),
              plan.steps(),
              name,
              address.url().of(name).toString(),
              counts.rows(),
              counts.tables().size(),
              problems(plan, counts),
              wayBack));
    }
  }

  private void fill(ScratchDatabase database, PgArchive program, Plan plan) {
    var running = new RunningProgram();
    var ending = Ending.of(running::end);
    try {
      program.restore(
          plan.backup().file(),
          new PgArchive.Restoring(
              database.address().url().libpqVariables(),
              plan.traits().isSuperuser(),
              plan.backup().isWhole()),
          "a new database on " + database.address().url().place(),
          running::started);
    } finally {
      running.awaitEndOfAll();
      ending.isCalledOff();
    }
  }

  private static List<String> problems(Plan plan, RowCounts counts) {
    var saved = plan.backup().rows();
    return saved == null || saved == counts.rows()
        ? List.of()
        : List.of("%d rows were saved, and there are %d".formatted(saved, counts.rows()));
  }

  /// PostgreSQL renames only a database that is not in use.
  private void refuseSessions(ScratchServer server, Plan plan, boolean isNow) {
    if (!wish.swap().isWanted() || (wish.swap().endsSessions() && !isNow)) {
      return;
    }
    var sessions = server.sessions(plan.live());
    if (!sessions.isEmpty()) {
      throw new NotRestored(
          "%s cannot be renamed while sessions are connected to it: %s"
              .formatted(plan.live(), String.join("; ", sessions)),
          isNow
              ? "the backup is in database %s; end these sessions, and rename both"
                  .formatted(plan.restored())
              : "stop the applications, or end the sessions: --end-sessions",
          null);
    }
  }

  /// Both renames or none.
  private List<String> exchange(ScratchServer server, Plan plan) {
    if (wish.swap().endsSessions()) {
      server.execute(
          "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE datname = '%s'"
              .formatted(plan.live().replace("'", "''")));
    }
    refuseSessions(server, plan, true);
    server.execute(renames(plan.live(), plan.old(), plan.restored()));
    return List.of(
        "BEGIN;",
        "ALTER DATABASE %s RENAME TO %s;"
            .formatted(Identifier.quoted(plan.live()), Identifier.quoted(plan.restored())),
        "ALTER DATABASE %s RENAME TO %s;"
            .formatted(Identifier.quoted(plan.old()), Identifier.quoted(plan.live())),
        "COMMIT;");
  }

  /// One message is one transaction.
  private static String renames(String live, String old, String restored) {
    return "ALTER DATABASE %s RENAME TO %s; ALTER DATABASE %s RENAME TO %s"
        .formatted(
            Identifier.quoted(live),
            Identifier.quoted(old),
            Identifier.quoted(restored),
            Identifier.quoted(live));
  }

  /// The backup was not restored, or not exchanged.
  static final class NotRestored extends UserException {

    private static final long serialVersionUID = 1L;

    NotRestored(String message, String advice, @Nullable UserException cause) {
      super(message, advice, cause);
    }

    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }
}
