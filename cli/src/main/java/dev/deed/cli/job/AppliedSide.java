package dev.deed.cli.job;

import dev.deed.drift.LiveComparison.Hints;
import dev.deed.drift.Replayed;
import dev.deed.engine.AppliedScript;
import dev.deed.engine.History;
import dev.deed.engine.catalog.ExpectedSchema;
import dev.deed.engine.catalog.UnreadableStatement;
import dev.deed.engine.history.ToolTables;
import dev.deed.ownership.Database;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.replay.SchemaReader;
import java.util.List;
import java.util.function.Predicate;

/// A side that is what migrations say, replayed.
///
/// @param text the word for it on the command line
/// @param isOutside whether something other than the migrations may make an object
record AppliedSide(
    String text, ExpectedSchema expected, boolean isBegun, Predicate<ObjectName> isOutside) {

  /// @param postgres the server's major version: it decides on the names of constraints and the
  ///   meaning of ALL
  static AppliedSide of(String text, History history, Database database, int postgres) {
    var applied = AppliedScript.of(history);
    var reader = new SchemaReader(database.searchPath(), postgres);
    return new AppliedSide(
        text,
        new ExpectedSchema(reader, applied, new SourceFile(text)),
        !applied.isEmpty(),
        object -> database.isOutside(object) || ToolTables.isOfOne(object));
  }

  Replayed replayed() {
    return new Replayed(text, expected.schema(), new Hints(expected.vague(), expected.newNames()));
  }

  /// The statements of which deed does not know what they do.
  List<String> unreadable() {
    return expected.unreadable().stream().map(UnreadableStatement::place).toList();
  }
}
