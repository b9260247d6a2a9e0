package dev.deed.cli.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Report;
import java.io.IOException;
import java.util.ArrayList;

/// Copies that are kept, as text and as JSON.
final class BranchText {

  private BranchText() {}

  static String of(Report.Branched report) {
    var lines = new ArrayList<String>();
    report.remarks().forEach(remark -> lines.add(PrintableText.line(remark)));
    for (var branch : report.branches()) {
      var size = branch.bytes() == 0 ? "" : ", " + RehearsalWords.bytes(branch.bytes());
      var until = branch.until().isEmpty() ? "" : ", until " + branch.until();
      lines.add(
          PrintableText.line("%s: %s%s%s".formatted(branch.name(), branch.place(), size, until)));
    }
    return lines.isEmpty() ? "there is nothing" : String.join("\n", lines);
  }

  static void write(JsonGenerator json, Report.Branched report) throws IOException {
    json.writeArrayFieldStart("branches");
    for (var branch : report.branches()) {
      json.writeStartObject();
      json.writeStringField("name", branch.name());
      json.writeStringField("place", branch.place());
      json.writeStringField("until", branch.until());
      json.writeNumberField("bytes", branch.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    JsonText.writeStrings(json, "remarks", report.remarks());
  }
}
