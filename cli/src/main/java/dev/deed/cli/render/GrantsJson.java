package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DatabaseReport;
import java.io.IOException;
import java.util.Collection;

/// The privileges to grant as JSON.
final class GrantsJson {

  private GrantsJson() {}

  static void write(JsonGenerator json, DatabaseReport.Granted report) throws IOException {
    strings(json, "services_without_role", report.withoutRole());
    json.writeArrayFieldStart("databases");
    for (var grants : report.databases()) {
      json.writeStartObject();
      if (grants.target() != null) {
        RunJson.writeTarget(json, grants.target());
      } else {
        json.writeStringField("database", grants.database().text());
      }
      strings(json, grants.target() == null ? "roles" : "missing_roles", grants.roles());
      strings(json, "missing", grants.gap().giving());
      strings(json, "too_much", grants.gap().taking());
      RunJson.writeFailure(json, grants.failure());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String field, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (var value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
