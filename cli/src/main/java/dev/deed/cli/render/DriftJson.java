package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.Report;
import dev.deed.drift.Cause;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import java.io.IOException;
import java.util.Objects;

/// Drift as JSON.
final class DriftJson {

  private DriftJson() {}

  static void write(JsonGenerator json, Report.Drifted report) throws IOException {
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      write(json, database);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, DriftReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("database", report.database().text());
    json.writeStringField("from", report.from());
    json.writeStringField("to", report.to());
    json.writeArrayFieldStart("drifts");
    for (var drift : report.drifts()) {
      write(json, drift);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("not_compared");
    for (var silent : report.notCompared()) {
      json.writeStartObject();
      json.writeStringField("side", silent.side());
      json.writeStringField("facts", silent.facts().words());
      json.writeArrayFieldStart("objects");
      for (var object : silent.objects()) {
        json.writeString(object);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("remarks");
    for (var remark : report.remarks()) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Drift drift) throws IOException {
    json.writeStartObject();
    var difference = drift.difference();
    json.writeStringField("difference", DriftText.words(difference));
    json.writeStringField("kind", difference.object().kind().words());
    json.writeStringField("name", difference.object().text());
    if (difference instanceof Difference.Renamed renamed) {
      json.writeStringField("old_name", renamed.from().name().text());
    }
    json.writeStringField("severity", drift.severity().words());
    var owner = drift.owner();
    if (owner == null) {
      json.writeNullField("owner");
    } else {
      json.writeObjectFieldStart("owner");
      json.writeStringField("service", owner.name().text());
      json.writeStringField("team", Objects.toString(owner.team(), ""));
      json.writeStringField("contact", Objects.toString(owner.contact(), ""));
      json.writeEndObject();
    }
    writeCause(json, drift.cause());
    writeChanges(json, difference);
    json.writeEndObject();
  }

  private static void writeCause(JsonGenerator json, Cause cause) throws IOException {
    json.writeObjectFieldStart("cause");
    switch (cause) {
      case Cause.Pending pending -> {
        json.writeStringField("is", "pending migration");
        json.writeStringField("migration", pending.migration());
        json.writeStringField("side", pending.side());
      }
      case Cause.Failed failed -> {
        json.writeStringField("is", "failed migration");
        json.writeStringField("migration", failed.migration());
        json.writeStringField("side", failed.side());
        json.writeStringField("error", failed.error());
      }
      case Cause.Recorded recorded -> {
        json.writeStringField("is", "recorded by hand");
        json.writeStringField("version", recorded.version());
        json.writeStringField("side", recorded.side());
        json.writeStringField("role", recorded.who());
        json.writeStringField("at", recorded.at().toString());
      }
      case Cause.Journalled entry -> {
        json.writeStringField("is", "journal");
        json.writeStringField("side", entry.side());
        json.writeStringField("at", entry.at().toString());
        json.writeStringField("role", entry.role());
        json.writeStringField("application", entry.application());
        json.writeStringField("address", entry.address());
        json.writeStringField("statement", entry.statement());
      }
      case Cause.NotKnown _ -> json.writeStringField("is", "not known");
    }
    json.writeEndObject();
  }

  private static void writeChanges(JsonGenerator json, Difference difference) throws IOException {
    json.writeArrayFieldStart("changes");
    if (difference instanceof Difference.Changed changed) {
      for (var change : changed.changes()) {
        json.writeStartObject();
        json.writeStringField("fact", change.facet().words());
        json.writeStringField("from", change.from());
        json.writeStringField("to", change.to());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }
}
