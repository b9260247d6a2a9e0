package dev.deed.ownership.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeownersTest {

  private static Codeowners of(String text) {
    return Codeowners.of(new SourceFile("CODEOWNERS"), text);
  }

  private static String owners(String text, String path) {
    return of(text).lineOf(path).map(line -> String.join(" ", line.owners())).orElse("none");
  }

  /// The examples of GitHub's manual, and GitLab's.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* @all | a/b.sql | @all",
        "*.js @js | a/b.js | @js",
        "*.js @js | a/b.sql | none",
        "/build/logs/ @doctocat | build/logs/a/b.txt | @doctocat",
        "/build/logs/ @doctocat | x/build/logs/a.txt | none",
        "docs/* docs@example.com | docs/getting-started.md | docs@example.com",
        "docs/* docs@example.com | docs/build-app/troubleshooting.md | none",
        "apps/ @octocat | x/apps/y/z.rb | @octocat",
        "**/logs @octocat | deeply/nested/logs/a.log | @octocat",
        "/apps/github | apps/github/a | ''",
        "/db/mig\\ rations/ @a | db/mig rations/1.sql | @a",
        "/x/**/sql @a | x/y/z/sql/1.sql | @a",
        "/scripts/ @a @b # both | scripts/x | @a @b",
      })
  void matches_as_the_server_does(String line, String path, String owners) {
    assertThat(owners(line + "\n", path)).isEqualTo(owners);
  }

  @Test
  void lets_the_last_line_decide() {
    var text = "* @all\r\n# comment\r\n/db/ @db\r\n/db/web/ @web @other\r\n";
    assertThat(owners(text, "db/web/1.sql")).isEqualTo("@web @other");
    assertThat(owners(text, "db/1.sql")).isEqualTo("@db");
    assertThat(of(text).lineOf("db/1.sql").orElseThrow().span().line()).isEqualTo(3);
  }

  @Test
  void reads_sections_with_default_owners() {
    var text = "[Database][2] @dba\n/db/\n/db/web/ @web\n^[Docs]\n/docs/ @writers\n";
    assertThat(owners(text, "db/1.sql")).isEqualTo("@dba");
    assertThat(owners(text, "db/web/1.sql")).isEqualTo("@web");
    assertThat(owners(text, "docs/a.md")).isEqualTo("@writers");
  }
}
