package dev.deed.cli.render;

import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Sources;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.Hazard;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names chosen to break out of a format, in every place that can contain a name.
final class HostileFindings {

  static final List<String> NAMES =
      List.of(
          "]]> <!-- --> </failure><failure message=\"x\">",
          "\n::error file=x::stolen\r\n::stop-commands::x",
          "%0A::warning::100%,:",
          "\n \u00a0::add-mask::x ##[group]x ##vso[task.setvariable variable=PATH]x ###[error]x",
          "@everyone #1 www.example.com http://example.com [a](http://example.com)",
          "<img src=x onerror=alert(1)>&amp;&#64;",
          "` `` ``` ```` ~~~",
          "\u001b[2J\u009b31m\u202e\u2028\u0000\u007f\uFEFF",
          "\uD83D\uDE00 \uD83D half \uFFFE \uFFFF \uDBFF\uDFFF",
          "'\"\\ {0} {{x}} $1 ${x} $$",
          "| * _ ~ # > + - .");

  private HostileFindings() {}

  /// In the statement that the advice repeats.
  static final String SECRET = "hunter2";

  static FindingReport report() {
    var findings = new ArrayList<Finding>();
    var texts = new LinkedHashMap<SourceFile, String>();
    for (var name : NAMES) {
      var file = new SourceFile("a/" + name + ".sql");
      var text = "DROP TABLE \"" + name + "\";";
      texts.put(file, text);
      findings.add(finding(name, file, new Span(11, text.length() - 1, 1, 12)));
    }
    var commands = new SourceFile("a/::stop-commands::tok");
    texts.put(commands, "/*\n::stop-commands::tok ##vso[x] */");
    findings.add(finding("::stop-commands::tok", commands, new Span(3, 10, 2, 1)));
    return new FindingReport.Checked(
        findings.size(), 0, List.copyOf(texts.keySet()), findings, new Sources(Map.copyOf(texts)));
  }

  private static Finding finding(String name, SourceFile file, Span span) {
    return new Finding(
        new RuleName("not-owner"),
        Severity.ERROR,
        file,
        span,
        "changes table " + name,
        "ask "
            + name
            + "\nSELECT '"
            + name
            + "';\n```\n# out\n"
            + name
            + ";\nUPDATE a SET password = '"
            + SECRET
            + "';",
        List.of(new Subject("table " + name, "web", name, name)),
        Set.of(Hazard.LOSES_DATA, Hazard.BLOCKS_READS));
  }
}
