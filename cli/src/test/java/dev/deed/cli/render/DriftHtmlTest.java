package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.cli.report.DriftMark;
import dev.deed.cli.report.DriftTerms;
import dev.deed.cli.report.EarlierDrift;
import dev.deed.cli.report.Report;
import dev.deed.drift.Cause;
import dev.deed.drift.Closing;
import dev.deed.drift.Drift;
import dev.deed.drift.DriftCheck;
import dev.deed.drift.DriftReport;
import dev.deed.drift.DriftSeverity;
import dev.deed.drift.DumpText;
import dev.deed.drift.Reconciliation;
import dev.deed.drift.Side;
import dev.deed.ownership.Service;
import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The HTML report in a real browser, from a file and without a network. Names, values and causes
/// in it try to run a script.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftHtmlTest {

  private static final String ATTACK = "</script><script>document.title='hit'</script>";
  private static final String IMAGE = "x\"><img src=x onerror=\"document.title='hit'\">";
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  private static final Service WEB =
      new Service(new ServiceName("web"), "Web " + ATTACK, "#web", null, Span.NONE);
  private static final Service BILLING =
      new Service(new ServiceName("billing"), null, null, null, Span.NONE);

  private static final String FROM =
      """
      CREATE TABLE users (id integer, name text DEFAULT 'a');
      CREATE TABLE invoices (id integer);
      CREATE INDEX invoices_id ON invoices (id);
      CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$
      BEGIN
        -- %s
        RETURN 1; {a} {#if} &amp;
      END
      $$;
      """
          .formatted(IMAGE);

  private static final String TO =
      """
      CREATE TABLE users (id uuid, name text DEFAULT '%1$s');
      CREATE TABLE invoices (id integer);
      COMMENT ON TABLE invoices IS '%2$s';
      CREATE TABLE "%3$s" (a integer);
      CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$
      BEGIN
        -- %2$s
        RETURN 2; {a} {#if} &amp;
      END
      $$;
      """
          .formatted(
              ATTACK.replace("'", "''"), IMAGE.replace("'", "''"), IMAGE.replace("\"", "\"\""));

  @TempDir private static Path folder;

  private Browser browser;
  private Path file;

  @BeforeAll
  void writes_the_page() throws IOException {
    var program = Browser.program();
    assumeTrue(
        program.isPresent(),
        "no browser is installed: apt-get install chromium, or set " + Browser.VARIABLE);
    file = folder.resolve("drift report.html");
    Files.writeString(file, Format.HTML.render(report()).orElseThrow(), UTF_8);
    browser = Browser.start(program.get());
  }

  @AfterAll
  void ends() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void opens_it() {
    browser.open(file, "");
    browser.resize(1200, 900);
    browser.prefer("light");
  }

  @Test
  void shows_what_was_found() {
    assertThat(count(".drift")).isEqualTo(12);
    assertThat(count(".database")).isEqualTo(2);
    assertThat(text("#shown")).isEqualTo("12 differences");
    assertThat(texts(".tile .number")).isEqualTo("2 6 2 2");
    assertThat(text(".verdict"))
        .isEqualTo("8 of 12 differences are behaviour or worse; 1 database not compared");
    assertThat(text("[data-kind=table].behaviour .name"))
        .contains(IMAGE.replace("\"", "\"\"").substring(0, 40));
  }

  @Test
  void runs_no_script_of_a_name() {
    assertThat(browser.evaluate("document.title")).startsWith("Drift: ");
    assertThat(count("img")).isZero();
    assertThat(count("script")).isEqualTo(1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void says_values_as_they_are() {
    assertThat(browser.evaluate("document.body.textContent"))
        .contains("'" + ATTACK.replace("'", "''") + "'", IMAGE, "RETURN 2; {a} {#if} &amp;");
  }

  /// Names from right to left stay in their order: first the table, then its column.
  @Test
  void keeps_the_parts_of_a_name_in_order() throws IOException {
    var table = "CREATE TABLE \"\u05d0\u05d1\" (\"\u05d2\u05d3\" %s);\n";
    var report =
        DriftCheck.between(
            new DatabaseName("main"),
            side("staging", table.formatted("integer")),
            side("production", table.formatted("bigint")),
            DriftHtmlTest::owner);
    var other = folder.resolve("right to left.html");
    var drifted = new Report.Drifted(List.of(report), List.of(), terms(null));
    Files.writeString(other, Format.HTML.render(drifted).orElseThrow(), UTF_8);
    browser.open(other, "");

    assertThat(texts(".name bdi")).isEqualTo("\"\u05d0\u05d1\" \"\u05d2\u05d3\"");
    assertThat(
            browser.evaluate(
                "(([a, b]) => a.right <= b.left)([...document.querySelectorAll('.name bdi')]"
                    + ".map(e => e.getBoundingClientRect()))"))
        .isEqualTo("true");
  }

  @Test
  void asks_no_network() throws IOException {
    assertThat(Files.readString(file)).doesNotContain("http://", "https://", "//cdn", "@import");
    assertThat(browser.evaluate("performance.getEntriesByType('resource').length")).isEqualTo("0");
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "owner,    web,         4",
    "owner,    no owner,    4",
    "owner,    billing,     4",
    "database, auth,        6",
    "kind,     column,      4",
    "severity, performance, 2",
    "state,    new,         11",
    "state,    known,       1",
    "find,     RETURN,      2",
    "find,     nothing,     0",
  })
  void filters(String field, String value, int shown) {
    choose(field, value);

    assertThat(count(".drift:not([hidden])")).isEqualTo(shown);
    assertThat(text("#shown")).isEqualTo(shown + " of 12");
    assertThat(browser.evaluate("document.getElementById('nothing').hidden"))
        .isEqualTo(String.valueOf(shown > 0));
  }

  @Test
  void combines_filters_and_takes_them_back() {
    choose("owner", "web");
    choose("database", "main");
    choose("kind", "column");
    assertThat(count(".drift:not([hidden])")).isEqualTo(2);
    assertThat(count(".database:not([hidden])")).isEqualTo(1);

    browser.evaluate("document.getElementById('reset').click()");
    browser.settle();
    assertThat(count(".drift:not([hidden])")).isEqualTo(12);
  }

  @Test
  void filters_by_a_click_on_a_severity() {
    browser.evaluate("document.querySelector('.tile.breaking').click()");
    assertThat(count(".drift:not([hidden])")).isEqualTo(2);
    assertThat(count(".tile[aria-pressed=true]")).isEqualTo(1);

    browser.evaluate("document.querySelector('.tile.breaking').click()");
    assertThat(count(".drift:not([hidden])")).isEqualTo(12);
  }

  @Test
  void remembers_the_filters_in_its_address() {
    choose("severity", "cosmetic");
    assertThat(browser.evaluate("location.hash")).isEqualTo("#severity=cosmetic");

    browser.open(file, "#severity=cosmetic&owner=billing&kind=nonsense");
    assertThat(count(".drift:not([hidden])")).isEqualTo(2);
  }

  @Test
  void puts_definitions_side_by_side_with_the_difference_marked() {
    var rows =
        "[...document.querySelector('[data-kind=function] .diff').querySelectorAll('tr.changed')]";
    assertThat(browser.evaluate(rows + ".map(r => r.querySelector('.from').textContent).join('|')"))
        .contains("RETURN 1;");
    assertThat(browser.evaluate(rows + ".map(r => r.querySelector('.to').textContent).join('|')"))
        .contains("RETURN 2;");
    assertThat(
            browser.evaluate(
                rows + ".map(r => r.querySelector('.from del')?.textContent).join('|')"))
        .contains("1");
    assertThat(isBeside(".diff tr.changed .from", ".diff tr.changed .to")).isEqualTo("true");
  }

  @Test
  void is_readable_on_a_phone() {
    browser.resize(360, 740);

    assertThat(browser.evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
    assertThat(browser.evaluate(widest())).isEqualTo("0");
    assertThat(isBeside(".diff tr.changed .from", ".diff tr.changed .to")).isEqualTo("false");
    assertThat(
            browser.evaluate(
                "parseFloat(getComputedStyle(document.querySelector('.drift')).fontSize)"))
        .isEqualTo("16");
    assertThat(browser.evaluate("document.getElementById('more').open")).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void has_enough_contrast_in(String scheme) {
    browser.prefer(scheme);

    assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo(scheme.equals("dark") ? "rgb(15, 18, 22)" : "rgb(246, 247, 249)");
    for (var part :
        List.of(
            ".name",
            ".severity",
            ".cause",
            ".what",
            ".count",
            ".facet",
            ".diff .no",
            ".contact",
            ".short ins",
            ".changed ins",
            ".changed del",
            ".tile .meaning",
            "summary")) {
      assertThat(Double.parseDouble(browser.evaluate(Browser.contrast(part))))
          .as(part)
          .isGreaterThan(4.5);
    }
  }

  @Test
  void names_causes_standings_and_sql() {
    assertThat(text(".cause"))
        .contains("Cause", "migrations/" + IMAGE, "is not applied in production");
    assertThat(texts(".standing.known")).isEqualTo("since 2026-01-31, 2 days");
    assertThat(text(".gone li")).isEqualTo("missing view public.w (unowned)");
    assertThat(text(".sql pre")).contains("-- takes a while\nDROP TABLE \"" + ATTACK + "\";");
    assertThat(text(".sql .held")).isEqualTo("held back: loses data");
    assertThat(text(".failure h2")).isEqualTo("Not compared: audit");
  }

  private void choose(String field, String value) {
    browser.evaluate(
        "(f => { f.value = '%s'; f.dispatchEvent(new Event('input', {bubbles: true})); })(document.getElementById('%s'))"
            .formatted(value, field));
  }

  private int count(String selector) {
    return Integer.parseInt(
        browser.evaluate("document.querySelectorAll('%s').length".formatted(selector)));
  }

  private String text(String selector) {
    return browser.evaluate("document.querySelector('%s').textContent".formatted(selector));
  }

  private String texts(String selector) {
    return browser.evaluate(
        "[...document.querySelectorAll('%s')].map(e => e.textContent).join(' ')"
            .formatted(selector));
  }

  private String isBeside(String one, String other) {
    return browser.evaluate(
        "(top => top('%s') === top('%s'))(s => Math.round(document.querySelector(s).getBoundingClientRect().top))"
            .formatted(one, other));
  }

  /// How many elements reach over the right edge.
  private static String widest() {
    return "[...document.querySelectorAll('main *, header *, .filters *')]"
        + ".filter(e => e.getBoundingClientRect().right > 361).length";
  }

  private static Report report() {
    var databases = new ArrayList<DriftReport>();
    for (var name : List.of("main", "auth")) {
      var report =
          DriftCheck.between(
              new DatabaseName(name),
              side("staging", FROM),
              side("production", TO),
              DriftHtmlTest::owner);
      databases.add(
          report
              .withCauses(_ -> new Cause.Pending("migrations/" + IMAGE, "production"))
              .with(closing(report)));
    }
    var failure = new Report.Failure("audit", new DriftJsonReader.NoReport("no", "yes", null));
    var drift = databases.getFirst().drifts().getFirst();
    return new Report.Drifted(databases, List.of(failure), terms(earlier(drift)));
  }

  private static DriftTerms terms(@Nullable EarlierDrift earlier) {
    return new DriftTerms(
        DriftSeverity.BEHAVIOUR,
        NOW,
        "deed drift",
        "deed drift --format sql",
        null,
        earlier,
        DriftTerms.LeftOut.NOTHING,
        80);
  }

  private static EarlierDrift earlier(Drift drift) {
    var mark = DriftMark.of(new DatabaseName("main"), drift);
    var seen = Instant.parse("2026-01-31T04:05:06Z").plusSeconds(60);
    return new EarlierDrift(
        "earlier.json",
        seen,
        List.of(
            new EarlierDrift.Entry(
                "main",
                mark.fingerprint(),
                mark.difference(),
                mark.kind(),
                mark.name(),
                drift.severity(),
                null,
                seen),
            new EarlierDrift.Entry(
                "main", "0", "missing", "view", "public.w", drift.severity(), null, seen)),
        Map.of());
  }

  private static Reconciliation closing(DriftReport report) {
    var object = report.drifts().getFirst().difference().object();
    return new Reconciliation(
        "production",
        "staging",
        List.of(
            new Closing(
                "DROP TABLE \"%s\"".formatted(ATTACK),
                List.of(object),
                false,
                Closing.Held.LOSES_DATA,
                "takes a while")),
        List.of(),
        false,
        false);
  }

  private static Optional<Service> owner(ObjectName object) {
    return switch (object.name().name()) {
      case "users" -> Optional.of(WEB);
      case "invoices" -> Optional.of(BILLING);
      default -> Optional.empty();
    };
  }

  private static Side side(String name, String sql) {
    return Side.ofDatabase(name, new SourceFile(name), DumpText.of(sql));
  }
}
