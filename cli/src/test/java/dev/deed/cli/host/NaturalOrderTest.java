package dev.deed.cli.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

  private static final List<Path> SORTED =
      Stream.of(
              "V1.sql",
              "a/001.sql",
              "a/1.sql",
              "a/01b.sql",
              "a/2.sql",
              "a/10.sql",
              "a/99999999999999999999998.sql",
              "a/99999999999999999999999.sql",
              "a/V2__x.sql",
              "a/V10__x2.sql",
              "a/V10__x.sql",
              "a/x",
              "a/x0",
              "a/x1",
              "a/x1.sql",
              "a/x1y",
              "a/é.sql",
              "a/R__1.sql",
              "a/R__view.sql",
              "a/b/0.sql",
              "b/0.sql")
          .map(Path::of)
          .toList();

  @Test
  void compares_numbers_as_numbers_and_puts_repeatable_migrations_last() {
    var shuffled = new ArrayList<>(SORTED);
    for (var seed = 0; seed < 20; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(SORTED, NaturalOrder.of(shuffled));
    }
  }
}
