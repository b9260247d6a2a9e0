package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import dev.deed.engine.Adoption;
import java.io.IOException;

/// What deed takes over from other tools, as JSON.
final class AdoptJson {

  private AdoptJson() {}

  static void write(JsonGenerator json, DatabaseReport.Adopted report) throws IOException {
    json.writeBooleanField("dry_run", report.dryRun());
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      json.writeStartObject();
      RunJson.writeTarget(json, database.target());
      var adoption = database.adoption();
      if (adoption != null) {
        write(json, adoption);
        json.writeStringField("schema_before", database.before());
        json.writeStringField("schema_after", database.after());
      }
      RunJson.writeFailure(json, database.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, Adoption adoption) throws IOException {
    JsonText.writeStrings(
        json, "tools", adoption.tools().stream().map(from -> from.tool().key()).toList());
    json.writeArrayFieldStart("carried");
    for (var move : adoption.moves()) {
      json.writeStartObject();
      RunJson.writeName(json, move.name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("objections");
    for (var objection : adoption.objections()) {
      json.writeStartObject();
      json.writeStringField("message", objection.message());
      json.writeStringField("advice", objection.advice());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonText.writeStrings(json, "notices", adoption.notices());
  }
}
