package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.ShownChange;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.drift.Reconciliation;
import dev.deed.sql.Secrets;
import dev.deed.sql.effect.ObjectName;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Drift as JSON.
final class DriftJson {

  private DriftJson() {}

  static void write(JsonGenerator json, Report.Drifted report) throws IOException {
    var terms = report.terms();
    var earlier = terms.earlier();
    json.writeStringField("at", terms.at().toString());
    json.writeStringField("fail_on", terms.failOn().words());
    json.writeStringField("only", terms.only() == null ? null : terms.only().name().text());
    json.writeObjectFieldStart("differences");
    for (var severity : DriftSeverity.values()) {
      json.writeNumberField(severity.words(), report.count(severity));
    }
    json.writeEndObject();
    if (earlier == null) {
      json.writeNullField("since");
    } else {
      json.writeObjectFieldStart("since");
      json.writeStringField("file", earlier.file());
      json.writeStringField("at", earlier.at().toString());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("databases");
    for (var database : report.databases()) {
      write(json, database, terms);
    }
    json.writeEndArray();
    writeEntries(json, "untold", terms.untold(report.databases()));
    json.writeArrayFieldStart("unwritten");
    for (var file : report.unwritten()) {
      json.writeStartObject();
      json.writeStringField("file", file.file().path());
      json.writeStringField("text", file.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    RunJson.writeFailures(json, report.failures());
    FindingJson.write(json, terms.leftOut().findings());
  }

  private static void write(JsonGenerator json, DriftReport report, DriftTerms terms)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("database", report.database().text());
    json.writeStringField("from", report.from());
    json.writeStringField("to", report.to());
    json.writeArrayFieldStart("drifts");
    var database = DatabaseDrift.of(terms, report);
    for (var drift : report.drifts()) {
      write(json, database, drift);
    }
    json.writeEndArray();
    writeEntries(json, "gone", terms.gone(report));
    json.writeNumberField(
        "ignored", terms.leftOut().ignored().getOrDefault(report.database(), List.of()).size());
    json.writeNumberField(
        "of_other_owners",
        terms.leftOut().others().getOrDefault(report.database(), List.of()).size());
    writeClosing(json, report.reconciliation());
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

  private static void write(JsonGenerator json, DatabaseDrift database, Drift drift)
      throws IOException {
    json.writeStartObject();
    var difference = drift.difference();
    var mark = DriftMark.of(database.report().database(), drift);
    json.writeStringField("difference", mark.difference());
    json.writeStringField("kind", mark.kind());
    json.writeStringField("name", mark.name());
    if (difference instanceof Difference.Renamed renamed) {
      json.writeStringField("old_name", renamed.from().name().text());
      json.writeStringField("evidence", DriftWords.evidence(renamed));
    }
    json.writeStringField("severity", drift.severity().words());
    writeOwner(json, drift);
    writeCause(json, drift.cause());
    var standing = database.terms().standing(database.report().database(), drift);
    json.writeStringField("state", standing.state() == null ? null : standing.state().words());
    json.writeStringField("first_seen", standing.firstSeen().toString());
    json.writeStringField("fingerprint", mark.fingerprint());
    writeChanges(json, difference);
    writeSql(json, database.closings(drift));
    json.writeEndObject();
  }

  private static void writeClosing(JsonGenerator json, @Nullable Reconciliation closing)
      throws IOException {
    if (closing == null) {
      json.writeNullField("closing");
      return;
    }
    json.writeObjectFieldStart("closing");
    json.writeStringField("changes", closing.changes());
    json.writeStringField("equal_to", closing.equalTo());
    json.writeBooleanField("proved", closing.proved());
    JsonText.writeStrings(json, "left", closing.left().stream().map(ObjectName::words).toList());
    json.writeEndObject();
  }

  /// Differences of an earlier report.
  private static void writeEntries(
      JsonGenerator json, String field, List<EarlierDrift.Entry> entries) throws IOException {
    json.writeArrayFieldStart(field);
    for (var entry : entries) {
      json.writeStartObject();
      json.writeStringField("database", entry.database());
      json.writeStringField("difference", entry.difference());
      json.writeStringField("kind", entry.kind());
      json.writeStringField("name", entry.name());
      json.writeStringField("severity", entry.severity().words());
      json.writeStringField("service", entry.service());
      json.writeStringField("first_seen", entry.firstSeen().toString());
      json.writeStringField("fingerprint", entry.fingerprint());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeOwner(JsonGenerator json, Drift drift) throws IOException {
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
        json.writeStringField("statement", Secrets.masked(entry.statement()));
      }
      case Cause.NotKnown _ -> json.writeStringField("is", "not known");
    }
    json.writeEndObject();
  }

  /// The facets that differ; for an object that only one side has, all of them.
  private static void writeChanges(JsonGenerator json, Difference difference) throws IOException {
    json.writeArrayFieldStart("changes");
    for (var change : ShownChange.of(difference)) {
      json.writeStartObject();
      json.writeStringField("fact", change.facet());
      json.writeStringField("from", change.from());
      json.writeStringField("to", change.to());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeSql(JsonGenerator json, List<Closing> closings) throws IOException {
    json.writeArrayFieldStart("sql");
    for (var closing : closings) {
      json.writeStartObject();
      json.writeStringField("statement", DriftWords.sql(closing));
      json.writeStringField("held", closing.destructive() ? DriftWords.held(closing) : null);
      json.writeBooleanField("alone", closing.alone());
      json.writeStringField("note", closing.note());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
