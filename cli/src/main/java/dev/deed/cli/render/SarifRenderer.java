package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.FindingMarks;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.ProgramVersion;
import dev.deed.cli.report.Report;
import dev.deed.cli.report.RuleWords;
import dev.deed.cli.report.Sources;
import dev.deed.sql.Finding;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.Span;
import java.io.IOException;
import java.util.List;

/// SARIF 2.1.0, the OASIS format for code scanning. Paths are relative to `%SRCROOT%`.
final class SarifRenderer implements FindingsRenderer {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  @Override
  public String findings(FindingReport report) {
    return log(json -> {
      var rules = report.findings().stream().map(Finding::rule).distinct().toList();
      writeTool(json, rules);
      json.writeStringField("columnKind", "unicodeCodePoints");
      writeRoot(json);
      json.writeArrayFieldStart("invocations");
      json.writeStartObject();
      json.writeBooleanField("executionSuccessful", true);
      json.writeEndObject();
      json.writeEndArray();
      writeResults(json, report, rules);
    });
  }

  /// Writes no results array for a failure, because an empty one would mean "no findings".
  @Override
  public String failure(Report.Failed report) {
    return log(json -> {
      var failure = report.failure();
      writeTool(json, List.of());
      json.writeArrayFieldStart("invocations");
      json.writeStartObject();
      json.writeBooleanField("executionSuccessful", false);
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "error");
      writeText(
          json,
          "message",
          PrintableText.of("%s\nhelp: %s".formatted(failure.getMessage(), failure.advice())));
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    });
  }

  private static String log(JsonText.Writing run) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      run.to(json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void writeTool(JsonGenerator json, List<RuleName> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "deed");
    json.writeStringField("version", ProgramVersion.read());
    json.writeArrayFieldStart("rules");
    for (var name : rules) {
      write(json, RuleWords.of(name));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, RuleWords rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", rule.name().text());
    writeText(json, "shortDescription", rule.summary());
    writeText(json, "fullDescription", rule.summary());
    json.writeObjectFieldStart("help");
    json.writeStringField("text", rule.help());
    json.writeStringField("markdown", rule.help());
    json.writeEndObject();
    var severity = rule.severity();
    if (severity != null) {
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(severity));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeRoot(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(ROOT);
    writeText(json, "description", "The folder that paths in deed's findings are relative to.");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void writeResults(JsonGenerator json, FindingReport report, List<RuleName> rules)
      throws IOException {
    var marks = new FindingMarks(report.sources()::text);
    json.writeArrayFieldStart("results");
    for (var finding : report.findings()) {
      json.writeStartObject();
      json.writeStringField("ruleId", finding.rule().text());
      json.writeNumberField("ruleIndex", rules.indexOf(finding.rule()));
      json.writeStringField("level", level(finding.severity()));
      // A reader would turn adjacent brackets and parentheses into a link.
      writeText(json, "message", FindingWords.all(finding).replace("](", "] ("));
      writeLocation(json, finding, report.sources());
      json.writeObjectFieldStart("partialFingerprints");
      json.writeStringField("deedFinding/v1", marks.of(finding));
      json.writeEndObject();
      json.writeObjectFieldStart("properties");
      FindingJson.writeConcerned(json, finding);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeLocation(JsonGenerator json, Finding finding, Sources sources)
      throws IOException {
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    var path = finding.file().path();
    json.writeStringField("uri", UriText.of(path));
    if (!path.startsWith("/")) {
      json.writeStringField("uriBaseId", ROOT);
    }
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    writeRegion(json, finding, sources);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void writeRegion(JsonGenerator json, Finding finding, Sources sources)
      throws IOException {
    var span = finding.span();
    json.writeNumberField("startLine", span.line());
    json.writeNumberField("startColumn", span.column());
    var end = sources.end(finding.file(), span);
    if (!span.equals(Span.NONE) && end.isPresent()) {
      json.writeNumberField("endLine", end.get().line());
      json.writeNumberField("endColumn", end.get().column());
    }
  }

  private static void writeText(JsonGenerator json, String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case OFF -> "none";
    };
  }
}
