package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.RehearsedMigration;
import dev.deed.cli.report.RehearsedMigration.Leg;
import dev.deed.cli.report.RehearsedMigration.Seen;
import dev.deed.cli.report.Report;
import dev.deed.drift.Drift;
import dev.deed.sql.Secrets;
import java.io.IOException;
import java.util.List;

/// A rehearsal as JSON.
final class RehearsalJson {

  private RehearsalJson() {}

  static void write(JsonGenerator json, Report.Rehearsed report) throws IOException {
    JsonText.writeStrings(json, "copies", report.copies());
    JsonText.writeStrings(json, "remarks", report.remarks());
    json.writeStringField("evidence", report.evidence());
    json.writeArrayFieldStart("migrations");
    for (var migration : report.migrations()) {
      write(json, migration);
    }
    json.writeEndArray();
    RunJson.writeFailures(json, report.failures());
  }

  private static void write(JsonGenerator json, RehearsedMigration migration) throws IOException {
    json.writeStartObject();
    json.writeStringField("database", migration.name().database().text());
    RunJson.writeName(json, migration.name());
    json.writeStringField("file", migration.file().path());
    json.writeStringField("checksum", migration.checksum().hex());
    json.writeBooleanField("proved", migration.legs().isProved());
    write(json, "up", migration.legs().up(), migration.up());
    write(json, "down", migration.legs().down(), migration.down());
    write(json, "again", migration.legs().again(), Seen.NOTHING);
    FindingJson.write(json, migration.findings());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, Leg leg, Seen seen)
      throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("result", leg.result().words());
    if (leg.took() != null) {
      json.writeNumberField("milliseconds", leg.took().toMillis());
    }
    json.writeStringField("words", leg.words());
    var difference = leg.difference();
    json.writeArrayFieldStart("differences");
    for (var drift : difference == null ? List.<Drift>of() : difference.drifts()) {
      json.writeStartObject();
      json.writeStringField("object", DriftWords.head(drift.difference()));
      json.writeStringField("severity", drift.severity().words());
      JsonText.writeStrings(json, "changes", DriftWords.changes(drift.difference()));
      json.writeEndObject();
    }
    json.writeEndArray();
    writeSeen(json, seen);
    json.writeEndObject();
  }

  private static void writeSeen(JsonGenerator json, Seen seen) throws IOException {
    json.writeNumberField("growth", seen.sighting().growth());
    json.writeArrayFieldStart("statements");
    for (var statement : seen.sighting().statements()) {
      json.writeStartObject();
      json.writeNumberField("line", statement.line());
      json.writeStringField("sql", Secrets.masked(statement.text()));
      json.writeNumberField("milliseconds", statement.took().toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("locks");
    for (var lock : seen.locks()) {
      json.writeStartObject();
      json.writeStringField("object", lock.lock().relation().words());
      json.writeStringField("owner", lock.owner() == null ? "" : lock.owner().name().text());
      json.writeStringField("mode", lock.lock().mode().words());
      json.writeStringField("foreseen", RehearsalWords.mode(lock.foreseen()));
      json.writeNumberField("milliseconds", lock.lock().held().toMillis());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("work");
    for (var work : seen.sighting().work()) {
      json.writeStartObject();
      json.writeStringField("object", work.relation().words());
      json.writeStringField("kind", work.kind().words());
      json.writeNumberField("bytes", work.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    var load = seen.waited();
    if (load != null) {
      json.writeObjectFieldStart("load");
      json.writeNumberField("transactions", load.transactions());
      json.writeNumberField("failed", load.failed());
      json.writeNumberField("longest_milliseconds", load.longest().toMillis());
      json.writeNumberField("usual_milliseconds", load.usual().toMillis());
      json.writeNumberField("waited_milliseconds", load.waited().toMillis());
      json.writeEndObject();
    }
  }
}
