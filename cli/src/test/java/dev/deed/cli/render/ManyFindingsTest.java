package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.deed.cli.report.FindingReport;
import dev.deed.cli.report.Sources;
import dev.deed.sql.Finding;
import dev.deed.sql.Finding.Subject;
import dev.deed.sql.RuleName;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// 10,000 findings, all in one line of a generated file: the output grows with the findings, not
/// with the line.
class ManyFindingsTest {

  private static final int MANY = 10_000;
  private static final int MOST_BYTES_A_FINDING = 60_000;
  private static final SourceFile FILE = new SourceFile("migrations/main/web/001_all.sql");
  private static final String STATEMENT = "ALTER TABLE orders ADD COLUMN c text DEFAULT '%s'; ";

  @ParameterizedTest
  @EnumSource(
      names = {"CODEOWNERS", "HTML", "MERMAID", "SQL"},
      mode = EnumSource.Mode.EXCLUDE)
  void writes_many_findings_in_bounded_memory(Format format) {
    var report = report();
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var before = thread.getCurrentThreadAllocatedBytes();

    var text = format.render(report).orElseThrow();

    assertThat(text).isNotEmpty();
    assertThat(thread.getCurrentThreadAllocatedBytes() - before)
        .isLessThan((long) MANY * MOST_BYTES_A_FINDING);
  }

  @Test
  void counts_at_the_end_of_the_text() {
    assertThat(Format.TEXT.render(report()).orElseThrow())
        .endsWith("\n1 migration checked: 5000 errors, 5000 warnings\n");
  }

  @Test
  void leaves_out_of_a_comment_what_github_would_not_take_and_says_so() {
    var text = Format.MARKDOWN.render(report()).orElseThrow();

    assertThat(text.getBytes(UTF_8)).hasSizeBetween(50_000, 65_536);
    assertThat(text).contains("### deed: 5000 errors, 5000 warnings").doesNotContain("**warning**");
    var shown = text.lines().filter(line -> line.startsWith("- **error**")).count();
    assertThat(text)
        .endsWith(
            "\n%d more are omitted, because a comment has limited space. `deed` shows all of them.\n"
                .formatted(MANY - shown));
  }

  private static FindingReport report() {
    var text = new StringBuilder();
    var findings = new ArrayList<Finding>();
    IntStream.range(0, MANY).forEach(i -> add(text, findings, i));
    var sources = new Sources(Map.of(FILE, text.toString()));
    return new FindingReport.Checked(1, 0, List.of(FILE), findings, sources);
  }

  private static void add(StringBuilder text, List<Finding> findings, int number) {
    var start = text.length() + 12;
    text.append(STATEMENT.formatted("x".repeat(400)));
    findings.add(
        new Finding(
            new RuleName("not-owner"),
            number % 2 == 0 ? Severity.ERROR : Severity.WARNING,
            FILE,
            new Span(start, start + 6, 1, start + 1),
            "service web changes table public.orders, number " + number,
            "ask Shop (#shop) to make this change",
            List.of(new Subject("table public.orders", "shop", "Shop", "#shop"))));
  }
}
