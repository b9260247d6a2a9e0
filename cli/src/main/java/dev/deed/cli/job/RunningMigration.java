package dev.deed.cli.job;

import dev.deed.cli.report.EmergencyScreen.Running;
import dev.deed.engine.HistoryRow;
import dev.deed.engine.Migration;
import dev.deed.engine.MigrationBody;
import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which migration a statement of deed's run belongs to: what happens in a transaction is not in
/// the history before it ends.
final class RunningMigration {

  private final String query;
  private final List<Running> found = new ArrayList<>();

  /// @param query the statement that the server shows
  RunningMigration(String query) {
    this.query = query.strip();
  }

  /// Only where one migration has that statement: two may be equal.
  Optional<Running> among(List<Migration> files, List<HistoryRow> rows) {
    for (var file : files) {
      if (rows.stream().noneMatch(row -> row.isDone() && row.version().equals(file.version()))) {
        add(file.name().words(), MigrationBody.of(file.up().script(), file.runsAlone()));
      }
    }
    for (var row : rows) {
      var down = row.stored().down();
      if (down != null && (row.isDone() || row.state() == HistoryRow.State.REVERTING)) {
        var script = ScriptReader.read(new SourceFile("down"), down);
        add("rollback of " + row.name().words(), MigrationBody.of(script, row.stored().alone()));
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private void add(String migration, MigrationBody body) {
    var number = 0;
    for (var statement : body.statements()) {
      number++;
      var span = statement.span();
      var text = body.script().text().substring(span.start(), span.end()).strip();
      if (!text.isEmpty() && isRunning(text)) {
        found.add(new Running(migration, number, body.statements().size()));
      }
    }
  }

  private boolean isRunning(String text) {
    if (query.length() < text.length()) {
      return query.length() >= EmergencyRun.LONGEST_QUERY && text.startsWith(query);
    }
    return query.startsWith(text) && query.substring(text.length()).matches("(?s)\\s*(;.*)?");
  }
}
