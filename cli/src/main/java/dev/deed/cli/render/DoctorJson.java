package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import java.io.IOException;
import java.util.Locale;

/// The results of `doctor` as JSON.
final class DoctorJson {

  private DoctorJson() {}

  static void write(JsonGenerator json, DatabaseReport.Examined report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var checkup : report.checkups()) {
      json.writeStartObject();
      RunJson.writeTarget(json, checkup.target());
      json.writeArrayFieldStart("checks");
      for (var diagnosis : checkup.diagnoses()) {
        json.writeStartObject();
        json.writeStringField("check", diagnosis.check());
        json.writeStringField("level", diagnosis.level().name().toLowerCase(Locale.ROOT));
        json.writeStringField("message", diagnosis.message());
        json.writeStringField("advice", diagnosis.advice());
        json.writeEndObject();
      }
      json.writeEndArray();
      RunJson.writeFailure(json, checkup.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
