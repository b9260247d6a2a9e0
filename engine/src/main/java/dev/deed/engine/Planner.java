package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides what is to be done, from the files and a database's history. Pure: it runs nothing and
/// asks no database.
public final class Planner {

  private final Migrations migrations;
  private final MigrationOrder order;
  private final List<Finding> together;
  private final Migrations written;

  public Planner(Migrations migrations) {
    this.written = migrations;
    this.migrations = migrations.applicable();
    this.order = MigrationOrder.of(this.migrations);
    this.together = MigrationRules.checkTogether(this.migrations);
  }

  /// All migrations in the order in which they would be applied to empty databases.
  public List<Migration> inOrder() {
    return order.migrations();
  }

  /// @throws HistoryDisagrees if applied files were edited or are missing, or a late file would be
  ///   overtaken
  /// @throws MigrationsRefused if the files contradict each other, or a pending one cannot be read
  ///   completely
  /// @throws GoalNotFound if the goal matches no version, or more than one
  public Plan apply(DatabaseName database, History read, Wish wish) {
    return apply(database, read, wish, Passing.NONE);
  }

  /// The same without what waits.
  public Plan apply(DatabaseName database, History read, Wish wish, Passing passing) {
    var history = read.inOrderOf(of(database));
    var comparison = new HistoryComparison(database, of(database, history), history);
    comparison.refuse(wish.outOfOrder());
    var choice = pending(database, history, false).choose(wish);
    NotAdopted.check(database, history, choice.migrations(), comparison.standings());
    var left = passing.of(database, history, choice.migrations());
    MigrationsRefused.check(together, left.migrations());
    comparison.refuseRequiredAbandoned(left.migrations());
    var moves = left.migrations().stream().map(migration -> up(migration, history)).toList();
    var notices = new ArrayList<>(comparison.notices());
    notices.addAll(choice.notices());
    notices.addAll(scopeNotices(database, history));
    if (!moves.isEmpty()) {
      notices.addAll(scopeRemarks(database, history));
    }
    notices.addAll(left.notices());
    return new Plan(database, moves, notices, left.forced());
  }

  /// Undoes migrations, by default with the downs stored when they were applied.
  ///
  /// @param others histories of databases whose migrations may require what would be undone
  /// @throws CannotRollBack if a migration has no down, or is required
  public Plan rollback(
      DatabaseName database,
      History history,
      RollbackWish wish,
      Map<DatabaseName, History> others) {
    return new RollbackPlan(database, history.inOrderOf(of(database)), others, migrations, wish)
        .plan();
  }

  /// Undoes some migrations and no others, whatever was applied after them.
  ///
  /// @throws CannotRollBack if one of them has no down, or is required by one that stays
  public Plan rollback(
      DatabaseName database,
      History history,
      Set<Version> versions,
      Map<DatabaseName, History> others) {
    var ordered = history.inOrderOf(of(database));
    return new RollbackPlan(database, ordered, others, migrations, RollbackWish.to(Goal.BASE))
        .plan(versions);
  }

  /// Leaves a migration that is half-way as it is.
  ///
  /// @param prefix its version, or the first digits
  /// @throws CannotRollBack if it is not half-way
  public Plan abandon(DatabaseName database, History history, String prefix) {
    return new AbandonPlan(database, history.inOrderOf(of(database)), migrations).plan(prefix);
  }

  /// Records the chosen migrations as applied, without running them.
  public Plan stamp(DatabaseName database, History read, Wish wish) {
    var history = read.inOrderOf(of(database));
    var choice = pending(database, history, true).choose(wish);
    MigrationsRefused.check(together, choice.migrations());
    var moves = choice.migrations().stream().map(migration -> stamped(migration, history)).toList();
    return new Plan(database, moves, choice.notices());
  }

  /// The same for some versions and no others.
  public Plan stamp(DatabaseName database, History read, Set<Version> versions) {
    var history = read.inOrderOf(of(database));
    var chosen =
        of(database).stream()
            .filter(migration -> versions.contains(migration.version()))
            .filter(migration -> !history.isDone(migration.version()))
            .toList();
    MigrationsRefused.check(together, chosen);
    var moves = chosen.stream().map(migration -> stamped(migration, history)).toList();
    return new Plan(database, moves, List.of());
  }

  /// A history as if everything up to the goal, and nothing else, had been applied as the files are
  /// now.
  ///
  /// @param goal `base`, or a version
  /// @throws NotRead if it is not known what one of them does
  public History assumed(DatabaseName database, Goal goal) {
    var schema =
        written.of(database).stream().filter(migration -> migration.origin().isSchema()).toList();
    if (schema.isEmpty()) {
      NotRead.check(database, of(database));
      return new AssumedHistory(database, of(database)).upTo(goal);
    }
    return new AssumedHistory(database, schema).upTo(Goal.HEAD);
  }

  /// Compares the files with the history, version by version.
  public List<MigrationStatus> status(DatabaseName database, History history) {
    var placed = history.inOrderOf(of(database));
    return new HistoryComparison(database, of(database, placed), placed).standings();
  }

  /// The database's migrations, in their order.
  public List<Migration> migrations(DatabaseName database) {
    return of(database);
  }

  private PendingPlan pending(DatabaseName database, History history, boolean abandonedToo) {
    var part = migrations.scopes().of(database, history);
    var all = order.migrations();
    var everywhere = part.isEmpty() ? all : all.stream().filter(part.get()::has).toList();
    return new PendingPlan(database, everywhere, history, abandonedToo);
  }

  /// Those that are in its scope, and those that it has all the same.
  private List<Migration> of(DatabaseName database, History history) {
    var part = migrations.scopes().of(database, history);
    return part.isEmpty()
        ? of(database)
        : of(database).stream()
            .filter(m -> part.get().has(m) || history.find(m.version()).isPresent())
            .toList();
  }

  /// What is left out of a database that was built from a part of the migrations.
  public List<String> scopeNotices(DatabaseName database, History history) {
    return migrations.scopes().of(database, history).stream()
        .map(part -> {
          var left = of(database).stream().filter(m -> !part.has(m)).count();
          return left == 0
              ? "%s has the scope %s: no migration is left out".formatted(database, part.name())
              : "%s has the scope %s: %s of other services %s left out"
                  .formatted(
                      database,
                      part.name(),
                      left == 1 ? "1 migration" : left + " migrations",
                      left == 1 ? "is" : "are");
        })
        .toList();
  }

  /// Why more is about to be applied than the scope names.
  private List<String> scopeRemarks(DatabaseName database, History history) {
    return migrations.scopes().of(database, history).map(Scopes.Part::remarks).orElse(List.of());
  }

  private List<Migration> of(DatabaseName database) {
    return order.migrations().stream()
        .filter(migration -> migration.name().database().equals(database))
        .toList();
  }

  private static PlannedMigration up(Migration migration, History history) {
    var progress =
        history
            .find(migration.version())
            .filter(row ->
                row.state() == HistoryRow.State.STARTED || row.state() == HistoryRow.State.FAILED)
            .map(HistoryRow::progress)
            .orElse(HistoryRow.Progress.NONE);
    return new PlannedMigration(
        Direction.UP,
        migration.name(),
        migration.file(),
        MigrationBody.of(migration.up().script(), migration.runsAlone()),
        HistoryRow.Stored.of(migration),
        progress.done(),
        progress.begun(),
        isOvertaken(migration, history));
  }

  static PlannedMigration stamped(Migration migration, History history) {
    var up = up(migration, history);
    return new PlannedMigration(
        Direction.STAMP, up.name(), up.file(), up.body(), up.stored(), 0, false, up.outOfOrder());
  }

  private static boolean isOvertaken(Migration migration, History history) {
    return history.rows().stream()
        .filter(HistoryRow::isMark)
        .anyMatch(row -> row.version().compareTo(migration.version()) > 0);
  }
}
