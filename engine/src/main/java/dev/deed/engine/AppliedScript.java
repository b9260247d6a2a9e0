package dev.deed.engine;

import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What a version did to a database, as kept in the history: the files may have changed since.
///
/// @param script contains only the statements that are done
public record AppliedScript(HistoryRow row, Script script) {

  /// In the order in which they were recorded.
  public static List<AppliedScript> of(History history) {
    var scripts = new ArrayList<AppliedScript>();
    history.rows().stream()
        .sorted(Comparator.comparingLong(row -> row.attempt().position()))
        .forEach(row -> add(row, scripts));
    return List.copyOf(scripts);
  }

  /// Each with all of its statements, whatever of them is done: what was meant to be applied.
  public static List<AppliedScript> wholeOf(History history) {
    return history.rows().stream().map(row -> whole(row, row.stored().up())).toList();
  }

  private static void add(HistoryRow row, List<AppliedScript> scripts) {
    var up = row.stored().up();
    var down = row.stored().down();
    switch (row.state()) {
      case APPLIED, STAMPED, MANUAL -> scripts.add(whole(row, up));
      case STARTED, FAILED, ABANDONED -> scripts.add(begun(row, up));
      case REVERTING, ABANDONED_ROLLBACK -> {
        scripts.add(whole(row, up));
        scripts.add(begun(row, down == null ? "" : down));
      }
      case REVERTED -> {}
    }
  }

  private static AppliedScript whole(HistoryRow row, String text) {
    return new AppliedScript(row, ScriptReader.read(row.file(), text));
  }

  private static AppliedScript begun(HistoryRow row, String text) {
    var script = ScriptReader.read(row.file(), text);
    var statements = MigrationBody.of(script, false).statements();
    var done = Math.min(row.progress().done(), statements.size());
    return new AppliedScript(row, only(script, statements.subList(0, done)));
  }

  private static Script only(Script script, List<Statement> statements) {
    return new Script(
        script.file(), script.text(), statements, script.directives(), script.problems());
  }
}
