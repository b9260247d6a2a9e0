package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.Report;
import dev.deed.engine.MigrationName;
import dev.deed.engine.run.ManualRunEffects;
import dev.deed.engine.run.ManualRunEffects.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Manual changes as JSON.
final class ManualJson {

  private ManualJson() {}

  static void write(JsonGenerator json, Report.Recorded report) throws IOException {
    RunJson.writeTarget(json, report.target());
    writeRecord(json, report.name());
    FindingJson.write(json, report.findings());
  }

  static void write(JsonGenerator json, Report.Executed report) throws IOException {
    RunJson.writeTarget(json, report.target());
    var result = report.result();
    json.writeBooleanField("committed", result != null && result.committed());
    json.writeStringField("reason", result == null ? "refused" : result.reason());
    writeRecord(json, result == null || !result.committed() ? null : result.name());
    if (result != null) {
      writeEffects(json, result.effects());
    }
    FindingJson.write(json, report.findings());
  }

  /// @param name null if nothing was recorded
  private static void writeRecord(JsonGenerator json, @Nullable MigrationName name)
      throws IOException {
    if (name == null) {
      json.writeNullField("recorded");
      return;
    }
    json.writeObjectFieldStart("recorded");
    RunJson.writeName(json, name);
    json.writeEndObject();
  }

  private static void writeEffects(JsonGenerator json, ManualRunEffects effects)
      throws IOException {
    json.writeArrayFieldStart("statements");
    for (var result : effects.statements()) {
      json.writeStartObject();
      json.writeStringField("command", result.statement().command().words());
      if (result.rows() >= 0) {
        json.writeNumberField("rows", result.rows());
      }
      writeAnswer(json, result.answer());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("catalog");
    for (var change : effects.changes()) {
      json.writeStartObject();
      json.writeStringField("change", change.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("object", change.object());
      json.writeStringField("before", change.before());
      json.writeStringField("after", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("locks");
    for (var lock : effects.locks()) {
      json.writeStartObject();
      json.writeStringField("object", lock.relation().words());
      json.writeStringField("lock", lock.mode().words());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeAnswer(JsonGenerator json, Answer answer) throws IOException {
    if (answer.columns().isEmpty()) {
      return;
    }
    writeStrings(json, "columns", answer.columns());
    json.writeArrayFieldStart("first_rows");
    for (var row : answer.rows()) {
      json.writeStartArray();
      for (var value : row) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeStrings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
