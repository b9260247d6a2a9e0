package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.EvidenceReport;
import java.io.IOException;

/// Checklists as JSON.
final class ChecklistJson {

  private ChecklistJson() {}

  static void write(JsonGenerator json, EvidenceReport.Checklists report) throws IOException {
    var environment = report.environment();
    json.writeStringField("environment", environment == null ? "" : environment.text());
    json.writeArrayFieldStart("migrations");
    for (var migration : report.migrations()) {
      json.writeStartObject();
      json.writeStringField("database", migration.name().database().text());
      RunJson.writeName(json, migration.name());
      json.writeStringField("file", migration.file().path());
      json.writeNumberField("missing", migration.missing());
      json.writeArrayFieldStart("boxes");
      for (var answer : migration.answers()) {
        json.writeStartObject();
        json.writeStringField("box", answer.box().word());
        json.writeStringField("title", answer.box().title());
        json.writeStringField("state", answer.state().words());
        json.writeBooleanField("required", answer.isRequired());
        json.writeStringField("words", answer.words());
        json.writeStringField("command", answer.command());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    RunJson.writeFailures(json, report.failures());
  }
}
