package dev.deed.sql.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Migrations, and the dump of a PostgreSQL 15 server on which they ran, replay into equal schemas.
/// What only the server can know is in `differences.txt`.
class MigrationReplayTest {

  static Stream<Path> cases() {
    return Golden.cases("schema/replay").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void replays_migrations_and_the_dump_of_their_result_alike(Path folder) {
    var migrated = schema(folder.resolve("migrations.sql"));
    var dumped = schema(folder.resolve("dump.sql"));
    var lines = new ArrayList<String>();
    var names = new TreeSet<ObjectName>();
    migrated.objects().forEach(o -> names.add(o.name()));
    dumped.objects().forEach(o -> names.add(o.name()));
    names.forEach(n -> compare(migrated, dumped, n, lines));
    Golden.check(folder.resolve("differences.txt"), String.join("\n", lines) + "\n");
  }

  private static Schema schema(Path file) {
    var script =
        ScriptReader.read(new SourceFile(file.getFileName().toString()), Golden.read(file));
    assertThat(script.problems()).isEmpty();
    var reader = new SchemaReader(List.of("public"));
    reader.read(script);
    return reader.schema();
  }

  private static void compare(Schema migrated, Schema dumped, ObjectName name, List<String> lines) {
    var first = migrated.find(name);
    var second = dumped.find(name);
    if (first.isEmpty() || second.isEmpty()) {
      lines.add((first.isEmpty() ? "only dumped: " : "only migrated: ") + name.words());
      return;
    }
    var facets = new TreeSet<>(first.get().facets().keySet());
    facets.addAll(second.get().facets().keySet());
    for (var facet : facets) {
      var before = first.get().facets().get(facet);
      var after = second.get().facets().get(facet);
      if (!Objects.equals(before, after)) {
        lines.add(name.words() + ", " + facet + "\n  migrated: " + before + "\n  dumped: " + after);
      }
    }
  }
}
