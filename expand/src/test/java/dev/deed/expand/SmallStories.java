package dev.deed.expand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.deed.expand.Request.ChangeType;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.ServiceName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.replay.SchemaReader;
import dev.deed.sql.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Stories over schemas of a few lines.
final class SmallStories {

  static final QualifiedName T = QualifiedName.of("public", "t");

  static final QualifiedName O = QualifiedName.of("public", "o");

  static final Request TO_BIGINT = new ChangeType(T, "a", "bigint", null, null, null);

  private SmallStories() {}

  static Schema schema(String sql) {
    var reader = new SchemaReader(List.of("public"), 16);
    var script = ScriptReader.read(new SourceFile("schema.sql"), sql);
    assertThat(script.problems()).isEmpty();
    reader.read(script);
    return reader.schema();
  }

  static Story story(String sql, Request request) {
    var settings =
        new ExpandSettings(
            16,
            List.of("public"),
            SmallStories::owner,
            new ServiceName("web"),
            Set.of("rename_column_t_a"),
            new ExpandSettings.Directives("48h", null, 1000, "0"));
    return new Expander(schema(sql), settings).story(request);
  }

  /// What is called `foreign...` belongs to another service.
  static Optional<ServiceName> owner(ObjectName object) {
    return Optional.of(
        new ServiceName(object.name().name().startsWith("foreign") ? "shop" : "web"));
  }

  static void refuses(String sql, Request request, String... words) {
    assertThatThrownBy(() -> story(sql, request))
        .isInstanceOf(NotExpanded.class)
        .satisfies(
            e -> assertThat(e.getMessage() + "\n" + ((NotExpanded) e).advice()).contains(words));
  }

  static String up(String sql, Request request) {
    return story(sql, request).files().stream()
        .flatMap(file -> file.up().stream())
        .collect(Collectors.joining("\n"));
  }
}
