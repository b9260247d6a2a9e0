package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;

/// One migration moved in one direction: what is sent, from which statement on, and what the
/// history stores.
///
/// @param body for `UP` the file's, for `DOWN` the one stored when it was applied
/// @param done number of statements that an earlier run finished
/// @param begun the statement after those was sent by an earlier run, and its outcome is unknown
/// @param outOfOrder a later version of another service is already applied
public record PlannedMigration(
    Direction direction,
    MigrationName name,
    SourceFile file,
    MigrationBody body,
    HistoryRow.Stored stored,
    int done,
    boolean begun,
    boolean outOfOrder) {

  /// Requirements on migrations of other databases.
  public List<Requirement> requiredElsewhere() {
    return direction == Direction.UP
        ? stored.requires().stream().filter(requirement -> !isHere(requirement.database())).toList()
        : List.of();
  }

  public int statements() {
    return body.statements().size();
  }

  /// The whole migration, including its history row, is one transaction.
  public boolean isOneTransaction() {
    var steps = steps();
    return steps.size() == 1 && steps.getFirst() instanceof Step.InTransaction;
  }

  /// Adjacent statements share a transaction if they may, so that as little as possible can remain
  /// half-way.
  public List<Step> steps() {
    var statements = body.statements();
    if (direction == Direction.STAMP || done >= statements.size()) {
      return List.of(new Step.Record(this));
    }
    var steps = new ArrayList<Step>();
    for (var i = done; i < statements.size(); ) {
      var end = i + 1;
      if (mustStandAlone(statements.get(i))) {
        steps.add(new Step.Alone(this, i));
      } else {
        while (!body.alone() && end < statements.size() && !mustStandAlone(statements.get(end))) {
          end++;
        }
        steps.add(new Step.InTransaction(this, i, end));
      }
      i = end;
    }
    return List.copyOf(steps);
  }

  /// Session settings of earlier statements (`SET search_path`). Steps in other transactions or in
  /// a later run need them again.
  public List<Statement> settingsBefore(int position) {
    return body.statements().subList(0, position).stream()
        .filter(PlannedMigration::isSetting)
        .toList();
  }

  private static boolean isSetting(Statement statement) {
    return !statement.effects().isEmpty()
        && statement.effects().stream()
            .allMatch(effect -> effect instanceof SetsParameter set && !set.local());
  }

  /// Blocks and procedures may commit by themselves, which works only outside of a transaction:
  /// they run there if the file asks for no transaction.
  private boolean mustStandAlone(Statement statement) {
    return statement.runsAlone()
        || (body.alone()
            && (statement.command() == CommandTag.DO || statement.command() == CommandTag.CALL));
  }

  @Override
  public String toString() {
    return direction + " " + name;
  }

  private boolean isHere(DatabaseName database) {
    return name.database().equals(database);
  }
}
