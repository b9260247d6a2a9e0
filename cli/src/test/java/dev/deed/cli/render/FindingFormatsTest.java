package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.deed.cli.report.FindingMarks;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.PrintableText;
import dev.deed.cli.report.Sources;
import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.golden.Golden;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The parts of formats that other programs rely on, with any names of tables and files.
class FindingFormatsTest {

  private static final FindingReport HOSTILE = HostileFindings.report();
  private static final int FINDINGS = HOSTILE.findings().size();

  @ParameterizedTest
  @EnumSource(
      names = {"CODEOWNERS", "HTML", "MERMAID", "SQL"},
      mode = EnumSource.Mode.EXCLUDE)
  void steers_no_terminal(Format format) {
    var text = format.render(HOSTILE).orElseThrow();

    assertThat(
            text.codePoints().filter(c -> c != '\n' && Character.getType(c) != Character.SURROGATE))
        .noneMatch(PrintableText::steers);
  }

  /// GitHub Actions trims a line before it looks for `::`, and looks for `##[` in all of it.
  @ParameterizedTest
  @EnumSource(
      names = {"CODEOWNERS", "HTML", "MERMAID", "SQL"},
      mode = EnumSource.Mode.EXCLUDE)
  void sends_no_command_to_a_ci_runner(Format format) {
    var lines = format.render(HOSTILE).orElseThrow().lines().map(FindingFormatsTest::trimmed);
    var own = "::(error|warning) file=";

    assertThat(lines.filter(line -> !line.matches(format == Format.GITHUB ? own + ".*" : "(?!)")))
        .noneMatch(line -> line.startsWith("::"));
    assertThat(format.render(HOSTILE).orElseThrow()).doesNotContainPattern("##[a-zA-Z]*\\[");
  }

  /// Advice may repeat the author's statement.
  @ParameterizedTest
  @EnumSource(
      names = {"CODEOWNERS", "HTML", "MERMAID", "SQL"},
      mode = EnumSource.Mode.EXCLUDE)
  void repeats_no_secret(Format format) {
    assertThat(format.render(HOSTILE).orElseThrow()).doesNotContain(HostileFindings.SECRET);
  }

  @Test
  void sends_no_command_in_the_reason_of_a_failure() {
    assertThat(PrintableText.of("syntax error\n\u00a0 ::stop-commands::x\n##[error]x a::int"))
        .isEqualTo("syntax error\n\u00a0 \uFFFD:stop-commands::x\n#\uFFFD[error]x a::int");
  }

  private static String trimmed(String line) {
    return line.replaceAll("^[\\s\\p{Z}]+", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports/Checked.sarif",
        "reports/Linted.sarif",
        "reports/Unreadable.sarif",
        "reports/Failed.sarif"
      })
  void writes_sarif_as_its_schema_says(String sample) {
    assertThat(violations(Golden.read(Golden.fixture(sample)))).isEmpty();
  }

  @Test
  void writes_sarif_as_its_schema_says_whatever_a_name_is() throws Exception {
    var text = Format.SARIF.render(HOSTILE).orElseThrow();

    assertThat(violations(text)).isEmpty();
    var results = json(text).at("/runs/0/results");
    assertThat(results).hasSize(FINDINGS);
    for (var result : results) {
      var uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue();
      assertThat(URI.create(uri).isAbsolute()).isFalse();
      assertThat(result.at("/message/text").stringValue()).doesNotContain("](");
    }
    assertThat(results.get(0).at("/properties/hazards"))
        .hasToString("[\"blocks-reads\",\"loses-data\"]");
  }

  /// Checks the schema itself: a report without a version must be invalid.
  @Test
  void notices_what_is_no_sarif() {
    assertThat(violations("{\"runs\": []}")).isNotEmpty();
  }

  @Test
  void keeps_names_in_json_as_they_are() throws Exception {
    var findings = json(Format.JSON.render(HOSTILE).orElseThrow()).get("findings");

    for (var i = 0; i < HostileFindings.NAMES.size(); i++) {
      assertThat(findings.get(i).get("message").stringValue())
          .isEqualTo("changes table " + HostileFindings.NAMES.get(i));
      assertThat(findings.get(i).propertyNames())
          .containsExactly(
              "rule",
              "severity",
              "file",
              "line",
              "column",
              "message",
              "advice",
              "objects",
              "owners",
              "consumers",
              "hazards");
    }
  }

  @Test
  void writes_a_line_a_finding_for_github() {
    var lines = Format.GITHUB.render(HOSTILE).orElseThrow().lines().toList();

    assertThat(lines).hasSize(FINDINGS + 1);
    assertThat(lines.subList(0, FINDINGS))
        .allMatch(line -> line.matches("::error file=[^:,]*(,[a-zA-Z]+=[^:,]*)+::[^\\r\\n]*"));
    assertThat(lines.getLast()).isEqualTo("12 migrations checked: 12 errors");
    assertThat(lines.get(2)).contains("file=a/%250A%3A%3Awarning%3A%3A100%25%2C%3A.sql,");
  }

  @Test
  void writes_what_gitlab_reads() throws Exception {
    var issues = json(Format.GITLAB.render(HOSTILE).orElseThrow());

    assertThat(issues).hasSize(FINDINGS);
    var fingerprints = new HashSet<String>();
    for (var issue : issues) {
      assertThat(issue.get("description").isString()).isTrue();
      assertThat(issue.get("check_name").stringValue()).isEqualTo("not-owner");
      assertThat(issue.get("severity").stringValue()).isEqualTo("critical");
      assertThat(issue.at("/location/path").stringValue()).startsWith("a/");
      assertThat(issue.at("/location/lines/begin").intValue()).isPositive();
      assertThat(fingerprints.add(issue.get("fingerprint").stringValue())).isTrue();
    }
  }

  @Test
  void writes_xml_that_a_parser_reads() throws Exception {
    var bytes = Format.JUNIT.render(HOSTILE).orElseThrow().getBytes(UTF_8);
    var xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(bytes));

    assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(FINDINGS);
    assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("12");
    var first = (Element) xml.getElementsByTagName("testcase").item(0);
    assertThat(first.getAttribute("name"))
        .isEqualTo("not-owner: changes table " + HostileFindings.NAMES.getFirst());
  }

  @Test
  void calls_nobody_and_links_nowhere_from_a_comment() {
    var text = Format.MARKDOWN.render(HOSTILE).orElseThrow();
    var prose = outsideCode(text);

    assertThat(prose)
        .doesNotContainPattern("@[a-zA-Z]")
        .doesNotContainPattern("(?<!&)#[0-9]")
        .doesNotContainPattern("(?i)www\\.")
        .doesNotContain("://")
        .doesNotContainPattern("(?<!\\\\)<(?!!-- deed -->)")
        .doesNotContainPattern("(?<!\\\\)\\]\\(");
  }

  @Test
  void closes_every_fence_itself() {
    var text = Format.MARKDOWN.render(HOSTILE).orElseThrow();

    assertThat(outsideCode(text)).doesNotContain("SELECT").doesNotContain("# out");
    assertThat(text).contains("```sql\n").contains("````sql\n").contains("`````sql\n");
  }

  @Test
  void knows_a_finding_again_when_its_lines_have_moved() {
    var text = "DROP TABLE a;\n";
    var before = fingerprints(text, 0, 1, "");
    var after = fingerprints("-- a comment\n\n" + text, 14, 3, "said better: ");

    assertThat(after).isEqualTo(before).doesNotHaveDuplicates();
    assertThat(fingerprints("DROP TABLE b;\n", 0, 1, "")).doesNotContainAnyElementsOf(before);
  }

  private static List<String> fingerprints(String text, int offset, int line, String words) {
    var file = new SourceFile("a.sql");
    var finding =
        Finding.error(
            HOSTILE.findings().getFirst().rule(),
            file,
            new Span(offset + 11, offset + 12, line, 12),
            words + "drops a table",
            "");
    var marks = new FindingMarks(new Sources(Map.of(file, text))::text);
    return List.of(marks.of(finding), marks.of(finding));
  }

  /// Rules of CommonMark: a fence ends with one that is at least as long, a span with one of the
  /// same length.
  private static String outsideCode(String markdown) {
    var prose = new StringBuilder();
    var fence = "";
    for (var line : markdown.lines().toList()) {
      var text = line.strip();
      if (fence.isEmpty() && text.startsWith("```")) {
        fence = text.replaceAll("[^`].*", "");
      } else if (!fence.isEmpty() && text.matches("`+") && text.length() >= fence.length()) {
        fence = "";
      } else if (fence.isEmpty()) {
        prose.append(text.replaceAll("(?<![\\\\`])(`+)(?!`).*?(?<!`)\\1(?!`)", "")).append('\n');
      }
    }
    return prose.toString();
  }

  private static List<String> violations(String sarif) {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
            .getSchema(Golden.read(Golden.fixture("sarif/sarif-2.1.0-rtm.5.json")));
    return schema.validate(sarif, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
