package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.SessionEffect.SetsParameter;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.List;

/// One migration moved in one direction: what is sent, from where on, and what the history keeps.
///
/// @param body for `UP` the file's, for `DOWN` the one kept when it was applied
/// @param done statements that an earlier run has finished
/// @param begun the statement behind those was sent by an earlier run, and nobody knows its end
/// @param outOfOrder a later version of another service is applied already
public record PlannedMigration(
    Direction direction,
    MigrationName name,
    SourceFile file,
    MigrationBody body,
    HistoryRow.Stored stored,
    int done,
    boolean begun,
    boolean outOfOrder) {

  /// Requirements that another database has to meet.
  public List<Requirement> requiredElsewhere() {
    return direction == Direction.UP
        ? stored.requires().stream().filter(requirement -> !isHere(requirement.database())).toList()
        : List.of();
  }

  public int statements() {
    return body.statements().size();
  }

  /// The whole of it, history included, is one transaction.
  public boolean isOneTransaction() {
    var steps = steps();
    return steps.size() == 1 && steps.getFirst() instanceof Step.InTransaction;
  }

  /// Neighbours that may share a transaction do, so that as little as possible can be left
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

  /// What statements before that one have set for the session, and steps that do not share their
  /// transaction, or come in a later run, would miss: `SET search_path`.
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

  /// Blocks and procedures may commit by themselves, which only works outside of a transaction; so
  /// that is where they run when the file asks for none.
  private boolean mustStandAlone(Statement statement) {
    return statement.runsAlone()
        || (body.alone()
            && (statement.command().equals("DO") || statement.command().equals("CALL")));
  }

  @Override
  public String toString() {
    return direction + " " + name;
  }

  private boolean isHere(DatabaseName database) {
    return name.database().equals(database);
  }
}
