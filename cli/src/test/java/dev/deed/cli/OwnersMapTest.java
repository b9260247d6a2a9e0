package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deed.cli.render.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The map of owners in a real browser, from a file and without a network. Names in it try to run a
/// script.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnersMapTest {

  private static final String ATTACK = "<img src=x onerror=document.title=1>";

  @TempDir private static Path folder;

  private Browser browser;
  private Path page;

  @BeforeAll
  void writes_the_map() throws IOException {
    write(
        "schema-ownership.yaml",
        """
        version: 1
        databases: {main: }
        services:
          web: {team: "Web %s", contact: "#web", owns: {main: [users, "user_*"]}}
          billing:
            owns: {main: [invoices]}
            uses: {main: [{table: users, access: references}]}
        """
            .formatted(ATTACK));
    write(
        "migrations/main/web/1_users.sql",
        """
        CREATE TABLE users (id bigint PRIMARY KEY, "%s" text);
        CREATE TABLE user_notes (id bigint PRIMARY KEY, user_id bigint REFERENCES users);
        CREATE TABLE "x%s" (a int);
        """
            .formatted(ATTACK, ATTACK));
    write(
        "migrations/main/billing/2_invoices.sql",
        """
        CREATE TABLE invoices (id bigint PRIMARY KEY, user_id bigint);
        ALTER TABLE invoices ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users;
        """);
    var answer =
        Console.in(folder)
            .run("owners", "--format", "html=map.html", "--format", "mermaid=map.mmd");
    assertThat(answer.exit()).as(answer.err()).isZero();
    page = folder.resolve("map.html");
    var program = Browser.program();
    if (program.isPresent()) {
      browser = Browser.start(program.get());
    }
  }

  private static void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, UTF_8);
  }

  @AfterAll
  void ends() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void opens_it() {
    assumeTrue(browser != null, "no browser is installed: apt-get install chromium");
    browser.open(page, "");
    browser.resize(1200, 900);
    browser.prefer("light");
  }

  private String evaluate(String expression) {
    return browser.evaluate(expression);
  }

  private String click(String table) {
    evaluate(
        "[...document.querySelectorAll('.table')].find(t => t.textContent === '%s').click()"
            .formatted(table));
    browser.settle();
    return evaluate("document.querySelector('dialog[open]').innerText");
  }

  @Test
  void shows_services_as_areas_with_their_tables() {
    assertThat(
            evaluate("[...document.querySelectorAll('.area h2')].map(h => h.textContent).join()"))
        .isEqualTo("billing,no owner,web");
    assertThat(evaluate("document.querySelectorAll('.area.unowned .table').length")).isEqualTo("1");
    assertThat(evaluate("document.querySelector('.summary').textContent"))
        .startsWith("4 tables of 2 services");
  }

  @Test
  void draws_a_dashed_line_for_each_use_by_another_service() {
    assertThat(evaluate("document.querySelectorAll('#lines path.use[d]').length")).isEqualTo("1");
    assertThat(evaluate("document.querySelector('.line.use').dataset.from")).isEqualTo("a1");
    assertThat(evaluate("document.querySelector('.summary').innerText")).contains("dashed");
    browser.resize(360, 740);
    assertThat(evaluate("document.querySelector('.summary').innerText")).doesNotContain("dashed");
  }

  @Test
  void draws_a_line_for_each_foreign_key() {
    assertThat(evaluate("document.querySelectorAll('#lines path:not(.use)[d]').length"))
        .isEqualTo("2");
    // A line ends in the middle of the table that it leads to.
    assertThat(
            evaluate(
                """
                (() => {
                  const p = document.querySelector('#lines path'), l = p.getTotalLength();
                  const end = p.getPointAtLength(l), box = document.querySelector('#map').getBoundingClientRect();
                  const line = document.querySelector('.line');
                  const to = document.getElementById(line.dataset.to).getBoundingClientRect();
                  const x = end.x + box.left, y = end.y + box.top;
                  return x > to.left && x < to.right && y > to.top && y < to.bottom;
                })()\
                """))
        .isEqualTo("true");
  }

  @Test
  void shows_what_is_known_of_a_table_after_a_click() {
    assertThat(click("users"))
        .contains(
            "Owner: web (Web " + ATTACK + ", #web)",
            "bigint",
            "billing references it",
            "billing acquires SHARE ROW EXCLUSIVE in migrations/main/billing/2_invoices.sql",
            "migrations/main/web/1_users.sql");
    assertThat(evaluate("document.querySelectorAll('dialog[open]').length")).isEqualTo("1");
    evaluate("document.querySelector('dialog[open] .close').click()");
    assertThat(evaluate("document.querySelectorAll('dialog[open]').length")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"invoi, 2", "web, 3", "user_id, 2", "nothing at all, 0", "'', 4"})
  void finds(String text, int tables) {
    evaluate(
        "(f => { f.value = '%s'; f.dispatchEvent(new Event('input')); })(document.getElementById('find'))"
            .formatted(text));
    assertThat(
            evaluate("[...document.querySelectorAll('.table')].filter(t => t.offsetParent).length"))
        .isEqualTo(String.valueOf(tables));
  }

  @Test
  void runs_no_script_of_a_name_and_asks_no_network() throws IOException {
    assertThat(evaluate("document.title")).isEqualTo("Who owns which table");
    assertThat(evaluate("document.querySelectorAll('img').length")).isEqualTo("0");
    assertThat(Files.readString(page)).doesNotContain("https://", "@import");
    assertThat(evaluate("performance.getEntriesByType('resource').length")).isEqualTo("0");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void fits_a_phone() {
    browser.resize(360, 740);
    assertThat(evaluate("document.documentElement.scrollWidth")).isEqualTo("360");
    click("users");
    assertThat(
            evaluate("document.querySelector('dialog[open]').getBoundingClientRect().right <= 360"))
        .isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void has_enough_contrast(String scheme) {
    browser.prefer(scheme);
    for (var part : new String[] {".table", ".where", ".summary", ".area h2"}) {
      assertThat(Double.parseDouble(evaluate(Browser.contrast(part)))).as(part).isGreaterThan(4.5);
    }
  }

  @Test
  void draws_the_same_for_a_readme() throws IOException {
    assertThat(Files.readString(folder.resolve("map.mmd")))
        .isEqualTo(
            """
            flowchart LR
              subgraph a1["main: billing"]
                t1["invoices"]
              end
              subgraph a2["main: no owner"]
                t2["x#60;img src#61;x onerror#61;document.title#61;1#62;"]
              end
              subgraph a3["main: web"]
                t3["user_notes"]
                t4["users"]
              end
              t1 --> t4
              t3 --> t4
              a1 -. references .-> t4
            """);
  }
}
