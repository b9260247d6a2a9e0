package dev.deed.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every pattern of up to four signs over `a`, `b` and `*`, against every name of up to six
/// letters.
class GlobTest {

  private static final List<String> NAMES = words(List.of("a", "b"), 6);
  private static final List<String> PATTERNS = words(List.of("a", "b", "*"), 4);

  @Test
  void matches_what_a_regular_expression_matches() {
    for (var pattern : PATTERNS) {
      var expected =
          Pattern.compile(
              Arrays.stream(pattern.split("\\*", -1))
                  .map(Pattern::quote)
                  .collect(Collectors.joining(".*")));
      for (var name : NAMES) {
        assertThat(glob(pattern).matches(name))
            .as("%s against %s", name, pattern)
            .isEqualTo(expected.matcher(name).matches());
      }
    }
  }

  @Test
  void two_overlap_where_some_name_matches_both() {
    var some = words(List.of("a", "b", "*"), 3);
    for (var one : some) {
      for (var other : some) {
        var common =
            NAMES.stream().anyMatch(n -> glob(one).matches(n) && glob(other).matches(n))
                || (glob(one).matches("") && glob(other).matches(""));
        assertThat(glob(one).overlaps(glob(other))).as("%s and %s", one, other).isEqualTo(common);
      }
    }
  }

  private static Glob glob(String pattern) {
    return new Glob(List.of(pattern.split("\\*", -1)));
  }

  private static List<String> words(List<String> letters, int most) {
    var words = new ArrayList<>(letters);
    var from = 0;
    for (var length = 2; length <= most; length++) {
      var until = words.size();
      for (var i = from; i < until; i++) {
        for (var letter : letters) {
          words.add(words.get(i) + letter);
        }
      }
      from = until;
    }
    return words;
  }
}
