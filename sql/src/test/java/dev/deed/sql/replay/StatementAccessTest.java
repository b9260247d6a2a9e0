package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Script;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a statement reaches in a schema. The locks are those that PostgreSQL 15 was seen to hold;
/// where it depends on the rows, those that it may hold.
class StatementAccessTest {

  static Stream<Path> cases() {
    return Golden.cases("schema/reach").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void reaches_what_the_schema_tells(Path folder) {
    var reader = new SchemaReader(List.of("public"));
    reader.read(script(folder.resolve("setup.sql")));
    var text = new StringBuilder();
    for (var resolved : reader.read(script(folder.resolve("statement.sql")))) {
      resolved.touches().forEach(t -> text.append(line(t)).append('\n'));
      resolved.opaque().forEach(o -> text.append("opaque: ").append(o.reason()).append('\n'));
    }
    Golden.check(folder.resolve("expected.txt"), text.toString());
  }

  private static Script script(Path file) {
    var script =
        ScriptReader.read(new SourceFile(file.getFileName().toString()), Golden.read(file));
    assertThat(script.problems()).isEmpty();
    return script;
  }

  private static String line(ObjectAccess touch) {
    var lock = touch.lock() == null ? "no lock" : touch.lock().words();
    return Stream.of(
            touch.access().name(), lock, touch.object().words(), touch.implied() ? "implied" : "")
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
