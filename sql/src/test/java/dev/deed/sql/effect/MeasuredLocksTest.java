package dev.deed.sql.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the effects say of locks is what PostgreSQL 15 was seen to take, on every relation that the
/// text names. `locks/postgres-15.txt` holds a statement and, indented, its strongest lock on each;
/// `locks/setup.sql` is what they were run on.
final class MeasuredLocksTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("measured")
  void says_the_lock_that_the_server_takes(String sql, Map<String, String> locks) {
    var script = ScriptReader.read(new SourceFile("locks.sql"), sql);
    assertThat(script.problems()).isEmpty();
    var said = new TreeMap<String, LockMode>();
    script.statements().stream()
        .flatMap(s -> s.effects().stream())
        .flatMap(e -> e.touches().stream())
        .forEach(t -> addTo(said, t));
    var words = new TreeMap<String, String>();
    said.forEach((name, lock) -> words.put(name, lock.words()));
    assertThat(words).isEqualTo(locks);
  }

  private static void addTo(Map<String, LockMode> said, ObjectAccess touch) {
    if (touch.lock() != null) {
      said.merge(touch.object().name().name(), touch.lock(), LockMode::strongest);
    }
  }

  static Stream<Object[]> measured() {
    var paragraphs = Golden.read(Golden.fixture("locks/postgres-15.txt")).split("\n\n");
    return Stream.of(paragraphs).map(MeasuredLocksTest::measurement);
  }

  private static Object[] measurement(String paragraph) {
    var lines = paragraph.lines().toList();
    var locks = new TreeMap<String, String>();
    for (var line : lines.subList(1, lines.size())) {
      var colon = line.indexOf(": ");
      locks.put(line.substring(0, colon).strip(), line.substring(colon + 2));
    }
    return new Object[] {lines.getFirst(), locks};
  }
}
