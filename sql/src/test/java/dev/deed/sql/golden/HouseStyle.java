package dev.deed.sql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.Finding;
import dev.deed.sql.UserException;
import java.util.regex.Pattern;

/// How deed speaks to people: a message and an advice begin small, unless with a name or SQL, and
/// end without a full stop; what is to be typed follows on lines of its own.
public final class HouseStyle {

  private static final Pattern CAPITALIZED = Pattern.compile("^\\p{Lu}\\p{Ll}+\\b.*");
  private static final Pattern STOPPED = Pattern.compile(".*[^.]\\.$");

  private HouseStyle() {}

  public static void check(Finding finding) {
    check(finding.message());
    check(finding.advice());
  }

  public static void check(UserException failure) {
    check(String.valueOf(failure.getMessage()));
    check(failure.advice());
  }

  private static void check(String text) {
    var words = text.lines().findFirst().orElse("");
    assertThat(words).doesNotMatch(CAPITALIZED).doesNotMatch(STOPPED);
  }
}
