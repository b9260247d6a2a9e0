package dev.deed.engine;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Tool;
import dev.deed.sql.UserException;
import java.io.Serial;
import java.util.List;

/// Another tool applies the migrations, so deed does not.
public final class NotAdopted extends UserException {

  @Serial private static final long serialVersionUID = 1L;

  /// Plain SQL is run by many, and its table may not be there yet.
  private static final String ANOTHER = "another program";

  private NotAdopted(String message, String advice) {
    super(message, advice);
  }

  /// @param pending what deed would apply
  /// @throws NotAdopted if one of them belongs to a tool from which deed has not taken over, or
  ///   that has gone on after that
  static void check(
      DatabaseName database,
      History history,
      List<Migration> pending,
      List<MigrationStatus> standings) {
    for (var migration : pending) {
      var tool = migration.origin().tool();
      if (!history.isAdopted(tool)) {
        throw before(database, history, tool, pending);
      }
    }
    var applied =
        standings.stream().filter(s -> s.state() == MigrationStatus.State.BY_TOOL).toList();
    if (!applied.isEmpty() && !pending.isEmpty()) {
      throw after(database, history, applied);
    }
  }

  private static NotAdopted before(
      DatabaseName database, History history, Tool tool, List<Migration> pending) {
    var count = pending.stream().filter(m -> m.origin().tool() == tool).count();
    var table =
        history.tools().stream()
            .filter(
                other -> pending.stream().anyMatch(m -> m.origin().tool() == tool && other.isOf(m)))
            .findFirst();
    var title = table.map(ToolHistory::title).orElse(tool == Tool.SQL ? ANOTHER : tool.title());
    return new NotAdopted(
        "%s of %s %s applied by %s%s, not by deed"
            .formatted(
                count == 1 ? "1 pending migration" : count + " pending migrations",
                database,
                count == 1 ? "is" : "are",
                title,
                table.map(other -> " (" + other.table() + ")").orElse("")),
        "apply with %s, or let deed take over from it for good: deed adopt --env ENVIRONMENT --dry-run shows how"
            .formatted(title.equals(ANOTHER) ? "that" : title));
  }

  private static NotAdopted after(
      DatabaseName database, History history, List<MigrationStatus> applied) {
    var first = applied.getFirst();
    var tool = first.migration() == null ? Tool.SQL : first.migration().origin().tool();
    return new NotAdopted(
        "%s has applied %s here, which deed's history does not have%s"
            .formatted(
                tool.title(),
                first.name().words(),
                applied.size() == 1 ? "" : ", and %d more".formatted(applied.size() - 1)),
        "take %s out of the deployment of %s, and type deed adopt --env ENVIRONMENT%s"
            .formatted(tool.title(), database, history.isAdopted(tool) ? " again" : ""));
  }

  @Override
  public Outcome outcome() {
    return Outcome.REFUSED;
  }
}
