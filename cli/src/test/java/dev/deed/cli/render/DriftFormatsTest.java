package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.cli.report.Report;
import dev.deed.drift.Closing;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every format can express the differences of every case of the drift checker, in both directions
/// and with SQL.
class DriftFormatsTest {

  private static final Path CASES =
      Golden.fixture("").resolve("../../../../drift-checker/src/test/resources/cases").normalize();
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  @TempDir private Path folder;

  static List<Path> kinds() throws IOException {
    try (var kinds = Files.list(CASES)) {
      return kinds.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void expresses_every_difference(Path kind) throws Exception {
    for (var report : reports(kind)) {
      for (var format : Format.OF_DRIFT) {
        var text = format.render(report).orElseThrow();
        assertThat(text).as("%s of %s", format, kind).isNotBlank();
      }
      assertThat(Format.TEXT.renderInColor(report).orElseThrow()).isNotBlank();
      names(report, Format.TEXT, Format.MARKDOWN, Format.GITHUB);
      wellFormed(Format.JUNIT.render(report).orElseThrow());
      assertThat(Format.HTML.render(report).orElseThrow().split("<script", -1)).hasSize(2);
    }
  }

  /// A report of today compared with itself: everything is known, and nothing is gone.
  @ParameterizedTest
  @MethodSource("kinds")
  void knows_every_difference_again(Path kind) throws IOException {
    for (var report : reports(kind)) {
      var earlier = written(report);
      assertThat(earlier.entries()).hasSameSizeAs(DriftWords.all(report));
      var later = report.with(terms(earlier, NOW.plusSeconds(3 * 86_400)));
      for (var database : later.databases()) {
        assertThat(later.terms().gone(database)).isEmpty();
        for (var drift : database.drifts()) {
          assertThat(later.terms().standing(database.database(), drift))
              .isEqualTo(new DriftTerms.Standing(DriftTerms.State.KNOWN, NOW));
        }
      }
    }
  }

  @Test
  void tells_what_is_new_gone_and_changed() {
    var before =
        of("CREATE TABLE a (x int, y int);", "CREATE TABLE a (x bigint); CREATE TABLE b ();");
    var after = of("CREATE TABLE a (x int, y int);", "CREATE TABLE a (x text, y int, z int);");
    var later = after.with(terms(written(before), NOW.plusSeconds(86_400)));

    assertThat(Format.TEXT.render(later).orElseThrow())
        .contains(
            "changed column public.a.x (changed since 2026-02-03)",
            "added column public.a.z (new)",
            "  gone since 2026-02-03\n    missing column public.a.y (unowned)\n    added table public.b (unowned)\n");
  }

  /// The age of what a run could not see is known again in the next one.
  @Test
  void keeps_the_age_of_what_was_not_compared() {
    var first = of("CREATE TABLE a ();", "");
    var failed =
        new Report.Drifted(List.of(), List.of()).with(terms(written(first), NOW.plusSeconds(1)));
    var third = first.with(terms(written(failed), NOW.plusSeconds(9 * 86_400)));

    assertThat(Format.TEXT.render(third).orElseThrow())
        .contains("missing table public.a (since 2026-02-03, 9 days)");
  }

  /// Without one side in the way: 40 columns are enough for what deed adds to names and values.
  @Test
  void is_narrow() {
    var report =
        of(
            "CREATE TABLE a (x int, y int DEFAULT 1);",
            "CREATE TABLE a (x text, y int DEFAULT 2, z int);");

    assertThat(Format.TEXT.render(report).orElseThrow().lines().filter(l -> !l.startsWith("next:")))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(40));
  }

  /// The SQL has to contain what it sets, and says so of passwords that no dump shows.
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQL")
  void shows_no_secret(Format format) {
    var before =
        """
        CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a', api_key 'opensesame1');
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$
        SELECT 'ghp_abcdefghijklmnopqrstuvwxyz012345', x.call(password => 'hunter2hunter2')
        $$;
        CREATE TABLE t (c text DEFAULT 'sk_live_abcdefghijklmno')\
        """;
    var report =
        of(
            before,
            before
                .replace("opensesame1", "opensesame2")
                .replace("2hunter2", "3hunter3")
                .replace("abcdefghi", "ABCDEFGHI"));

    assertThat(DriftWords.all(report)).hasSize(3);
    assertThat(format.render(report).orElse(""))
        .doesNotContain("opensesame", "hunter2", "hunter3", "ghp_a", "ghp_A", "sk_live");
  }

  private static void names(Report.Drifted report, Format... formats) {
    for (var format : formats) {
      var text = format.render(report).orElseThrow();
      assertThat(text).as("%s", format).contains(DriftWords.bySeverity(DriftWords.all(report)));
    }
  }

  private static void wellFormed(String xml) throws Exception {
    DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  private EarlierDrift written(Report.Drifted report) {
    try {
      var file = folder.resolve("earlier.json");
      Files.writeString(file, Format.JSON.render(report).orElseThrow());
      return DriftJsonReader.read("earlier.json", file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DriftTerms terms(EarlierDrift earlier, Instant at) {
    return new DriftTerms(
        DriftSeverity.BEHAVIOUR,
        at,
        "deed drift",
        "deed drift --format sql",
        null,
        earlier,
        DriftTerms.LeftOut.NOTHING,
        80);
  }

  private static List<Report.Drifted> reports(Path kind) throws IOException {
    var reports = new ArrayList<Report.Drifted>();
    try (var cases = Files.list(kind)) {
      for (var each : cases.filter(Files::isDirectory).sorted().toList()) {
        reports.add(withSql(of(each, "expected", "actual")));
        reports.add(withSql(of(each, "actual", "expected")));
      }
    }
    return reports;
  }

  private static Report.Drifted of(Path folder, String from, String to) throws IOException {
    return drifted(
        Files.readString(folder.resolve(from + ".sql")),
        Files.readString(folder.resolve(to + ".sql")));
  }

  private static Report.Drifted of(String from, String to) {
    return drifted(from + ";", to + ";");
  }

  private static Report.Drifted drifted(String from, String to) {
    var report =
        DriftCheck.between(
            new DatabaseName("main"), side("a", from), side("b", to), _ -> Optional.empty());
    return new Report.Drifted(List.of(report), List.of())
        .with(
            new DriftTerms(
                DriftSeverity.BEHAVIOUR,
                NOW,
                "deed drift",
                "deed drift --format sql",
                null,
                null,
                DriftTerms.LeftOut.NOTHING,
                80));
  }

  private static Report.Drifted withSql(Report.Drifted report) {
    return new Report.Drifted(
        report.databases().stream().map(DriftFormatsTest::closed).toList(),
        List.of(),
        report.terms());
  }

  private static DriftReport closed(DriftReport report) {
    var closings =
        report.drifts().stream()
            .map(drift ->
                new Closing(
                    "SELECT '%s'\n  AS closing".formatted(drift.difference().object().text()),
                    List.of(drift.difference().object()),
                    false,
                    Closing.Held.NO,
                    null))
            .toList();
    return report.with(new Reconciliation("a", "b", closings, List.of(), false, false));
  }

  private static Side side(String name, String sql) {
    try {
      return Side.ofFile(name, new SourceFile(name), new ByteArrayInputStream(sql.getBytes(UTF_8)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
