package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.FindingMarks;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import dev.deed.sql.Severity;
import java.io.IOException;

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

  private static void writeLocation(JsonGenerator json, String path, int line) throws IOException {
    json.writeObjectFieldStart("location");
    json.writeStringField("path", path);
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", line);
    json.writeEndObject();
    json.writeEndObject();
  }
}
