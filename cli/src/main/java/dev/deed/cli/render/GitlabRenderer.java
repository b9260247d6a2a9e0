package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.FindingMarks;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.drift.Drift;
import dev.deed.sql.Severity;
import java.io.IOException;
import java.util.Optional;

/// The Code Quality report of GitLab.
final class GitlabRenderer implements FindingsRenderer {

  @Override
  public String findings(FindingReport report) {
    return JsonText.of(json -> {
      json.writeStartArray();
      var marks = new FindingMarks(report.sources()::text);
      for (var finding : report.findings()) {
        var severity = finding.severity() == Severity.ERROR ? "critical" : "minor";
        json.writeStartObject();
        json.writeStringField("description", FindingWords.all(finding));
        json.writeStringField("check_name", finding.rule().text());
        json.writeStringField("fingerprint", marks.of(finding));
        json.writeStringField("severity", severity);
        writeLocation(json, FindingWords.file(finding), finding.span().line());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /// Reports the failure as an issue, because an empty report would mean that all is fine.
  @Override
  public String failure(Report.Failed report) {
    return JsonText.of(json -> {
      var failure = report.failure();
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringField(
          "description",
          PrintableText.of("%s\nhelp: %s".formatted(failure.getMessage(), failure.advice())));
      json.writeStringField("check_name", "deed");
      json.writeStringField("fingerprint", "deed");
      json.writeStringField("severity", "blocker");
      writeLocation(json, ".", 1);
      json.writeEndObject();
      json.writeEndArray();
    });
  }

  /// The place is the migration that is the cause, or the ownership file: GitLab asks for one.
  @Override
  public Optional<String> drift(Report.Drifted report) {
    return Optional.of(
        JsonText.of(json -> {
          json.writeStartArray();
          for (var each : report.databases()) {
            var database = DatabaseDrift.of(report.terms(), each);
            for (var drift : each.drifts()) {
              write(json, database, drift);
            }
          }
          for (var failure : report.failures()) {
            writeIssue(
                json, DriftFailure.words(failure), "deed-drift-" + failure.place(), "blocker", ".");
          }
          for (var finding : report.terms().leftOut().findings()) {
            writeIssue(
                json,
                FindingWords.all(finding),
                finding.rule() + FindingWords.message(finding),
                "minor",
                FindingWords.file(finding));
          }
          json.writeEndArray();
        }));
  }

  private static void write(JsonGenerator json, DatabaseDrift database, Drift drift)
      throws IOException {
    var severity =
        switch (drift.severity()) {
          case BREAKING -> "critical";
          case BEHAVIOUR -> "major";
          case PERFORMANCE -> "minor";
          case COSMETIC -> "info";
        };
    writeIssue(
        json,
        database.all(drift),
        DriftMark.of(database.report().database(), drift).fingerprint(),
        severity,
        DriftWords.file(drift.cause()).map(PrintableText::line).orElse("schema-ownership.yaml"));
  }

  private static void writeIssue(
      JsonGenerator json, String words, String fingerprint, String severity, String file)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("description", words);
    json.writeStringField("check_name", "deed-drift");
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField("severity", severity);
    writeLocation(json, file, 1);
    json.writeEndObject();
  }

  private static void writeLocation(JsonGenerator json, String path, int line) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", line);
    json.writeEndObject();
    json.writeEndObject();
  }
}
