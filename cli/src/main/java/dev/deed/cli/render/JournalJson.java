package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.JournalEntry;
import dev.deed.sql.Secrets;
import java.io.IOException;
import java.util.Locale;

/// Journals as JSON.
final class JournalJson {

  private JournalJson() {}

  static void write(JsonGenerator json, DatabaseReport.Journals report) throws IOException {
    json.writeStringField("done", report.done().name().toLowerCase(Locale.ROOT));
    json.writeArrayFieldStart("databases");
    for (var journal : report.databases()) {
      json.writeStartObject();
      json.writeStringField("environment", journal.target().environment().text());
      json.writeStringField("database", journal.target().database().text());
      json.writeBooleanField("is_installed", journal.isInstalled());
      json.writeArrayFieldStart("entries");
      for (var entry : journal.entries()) {
        write(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    RunJson.writeFailures(json, report.failures());
  }

  private static void write(JsonGenerator json, JournalEntry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", entry.at().toString());
    json.writeStringField("role", entry.role());
    json.writeStringField("application", entry.application());
    json.writeStringField("address", entry.address());
    json.writeStringField("tag", entry.tag());
    json.writeStringField("kind", entry.kind());
    json.writeStringField("identity", entry.identity());
    json.writeStringField("statement", Secrets.masked(entry.statement()));
    json.writeEndObject();
  }
}
