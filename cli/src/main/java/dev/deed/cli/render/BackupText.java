package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.SavedDatabase;
import dev.deed.cli.report.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Backups and what was restored of them, as text and as JSON.
final class BackupText {

  private BackupText() {}

  static String of(DatabaseReport.BackedUp report) {
    var lines = new ArrayList<String>();
    report.databases().forEach(database -> add(lines, database));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, SavedDatabase database) {
    var state = database.state();
    if (state == null) {
      return; // its failure is on stderr
    }
    line(
        lines,
        "%s: %s%s"
            .formatted(
                database.target().words(),
                state.place(),
                state.bytes() == 0 ? "" : ", " + RehearsalWords.bytes(state.bytes())));
    line(
        lines,
        "  as of %s%s%s"
            .formatted(
                state.time(),
                state.lsn().isEmpty() ? "" : ", LSN " + state.lsn(),
                state.bytes() == 0 ? "" : ": " + rows(state.rows(), state.tables())));
    if (database.problem() != null) {
      line(lines, "  not proved: " + database.problem());
    } else if (state.bytes() > 0) {
      line(lines, "  proved: restored into a scratch database, where each table has as many rows");
    }
    database.kept().forEach(name -> line(lines, "  kept as evidence for " + name));
    if (state.bytes() > 0) {
      line(
          lines,
          "  restore it with deed restore %s --env %s -d %s"
              .formatted(
                  ShellWord.of(state.place()),
                  database.target().environment(),
                  database.target().database()));
    }
  }

  private static String rows(long rows, int tables) {
    return String.format(
        Locale.ROOT,
        "%,d %s of %d %s",
        rows,
        rows == 1 ? "row" : "rows",
        tables,
        tables == 1 ? "table" : "tables");
  }

  static String of(DatabaseReport.Restored report) {
    var database = report.database();
    var lines = new ArrayList<String>();
    if (database.place() == null) {
      lines.add("nothing was done; the plan:");
      database.plan().forEach(step -> line(lines, "  " + step));
      return String.join("\n", lines);
    }
    line(
        lines,
        "restored into database %s: %s"
            .formatted(database.database(), rows(database.rows(), database.tables())));
    line(lines, "  " + database.place());
    database.problems().forEach(problem -> line(lines, "  not as saved: " + problem));
    if (!database.wayBack().isEmpty()) {
      lines.add("  the way back, in another database of the server:");
      database.wayBack().forEach(statement -> line(lines, "    " + statement));
    }
    return String.join("\n", lines);
  }

  private static void line(List<String> lines, String text) {
    lines.add(PrintableText.line(text));
  }

  static void write(JsonGenerator json, DatabaseReport.BackedUp report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      json.writeStringField("database", database.target().database().text());
      json.writeStringField("environment", database.target().environment().text());
      var state = database.state();
      if (state != null) {
        json.writeStringField("place", state.place());
        json.writeNumberField("bytes", state.bytes());
        json.writeNumberField("tables", state.tables());
        json.writeNumberField("rows", state.rows());
        json.writeStringField("time", state.time().toString());
        json.writeStringField("lsn", state.lsn());
      }
      json.writeBooleanField("proved", state != null && database.problem() == null);
      json.writeStringField("problem", database.problem());
      JsonText.writeStrings(json, "kept", database.kept());
      json.writeEndObject();
    }
    json.writeEndArray();
    RunJson.writeFailures(json, report.failures());
  }

  static void write(JsonGenerator json, DatabaseReport.Restored report) throws IOException {
    var database = report.database();
    json.writeStringField("database", database.target().database().text());
    json.writeStringField("environment", database.target().environment().text());
    json.writeStringField("restored", database.database());
    json.writeStringField("place", database.place());
    json.writeNumberField("rows", database.rows());
    json.writeNumberField("tables", database.tables());
    JsonText.writeStrings(json, "plan", database.plan());
    JsonText.writeStrings(json, "problems", database.problems());
    JsonText.writeStrings(json, "way_back", database.wayBack());
  }
}
