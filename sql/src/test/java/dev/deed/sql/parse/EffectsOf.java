package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.script.Statement;
import java.util.List;

/// Reads one statement that must be fine.
final class EffectsOf {

  private EffectsOf() {}

  static Statement statement(String sql) {
    var script = ScriptReader.read(new SourceFile("test.sql"), sql);
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).hasSize(1);
    return script.statements().getFirst();
  }

  static List<Effect> effects(String sql) {
    return statement(sql).effects();
  }

  /// The first effect, of the kind that is expected.
  static <E extends Effect> E first(Class<E> kind, String sql) {
    return kind.cast(effects(sql).getFirst());
  }

  /// What is said of a statement that cannot be read.
  static String error(String sql) {
    var script = ScriptReader.read(new SourceFile("test.sql"), sql);
    assertThat(script.problems()).hasSize(1);
    return script.problems().getFirst().message();
  }
}
