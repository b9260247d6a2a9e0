package dev.deed.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void finds_the_word_with_the_fewest_slips_and_of_those_the_first_in_the_alphabet() {
    var random = new Random(7);
    for (var round = 0; round < 2_000; round++) {
      var word = word(random);
      var known = new ArrayList<String>();
      for (var i = random.nextInt(8); i > 0; i--) {
        known.add(word(random));
      }
      assertEquals(nearest(word, known), Nearest.of(word, known), () -> word + " in " + known);
    }
  }

  @Test
  void finds_the_same_among_words_that_come_and_go() {
    var random = new Random(8);
    var words = new Nearest.Words();
    var known = new LinkedHashSet<String>();
    for (var round = 0; round < 5_000; round++) {
      var changed = word(random);
      if (known.size() > 20 || random.nextBoolean()) {
        words.remove(changed);
        known.remove(changed);
      } else {
        words.add(changed);
        known.add(changed);
      }
      var word = word(random);
      assertEquals(Nearest.of(word, known), words.nearest(word), () -> word + " in " + known);
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(9), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<String> nearest(String word, List<String> known) {
    var most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(other -> slips(word, other) <= most)
        .min((a, b) ->
            slips(word, a) == slips(word, b) ? a.compareTo(b) : slips(word, a) - slips(word, b));
  }

  /// By the definition, without a table.
  private static int slips(String from, String to) {
    if (from.isEmpty() || to.isEmpty()) {
      return from.length() + to.length();
    }
    var f = from.length() - 1;
    var t = to.length() - 1;
    if (from.charAt(f) == to.charAt(t)) {
      return slips(from.substring(0, f), to.substring(0, t));
    }
    var fewest =
        1
            + Math.min(
                slips(from.substring(0, f), to.substring(0, t)),
                Math.min(slips(from.substring(0, f), to), slips(from, to.substring(0, t))));
    var isSwapped =
        f > 0 && t > 0 && from.charAt(f) == to.charAt(t - 1) && from.charAt(f - 1) == to.charAt(t);
    return isSwapped
        ? Math.min(fewest, 1 + slips(from.substring(0, f - 1), to.substring(0, t - 1)))
        : fewest;
  }
}
