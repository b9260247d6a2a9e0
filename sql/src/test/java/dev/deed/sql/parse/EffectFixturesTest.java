package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.RoutineEffect;
import dev.deed.sql.golden.Cases;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `statements/*.sql`: each statement stands behind what it must touch, one comment a touch, in the
/// order of the text, and none where it touches nothing:
///
///     -- expect: reads table public.users, access share
///     -- expect: writes relation a
///     -- expect: calls f
///     -- expect: opaque
///
/// The lock is left out where none is taken.
final class EffectFixturesTest {

  private static final String EXPECT = "-- expect: ";

  static List<String> fixtures() {
    return Cases.chosen(all(), n -> n);
  }

  private static List<String> all() {
    return Golden.entries("statements").stream()
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(n -> n.endsWith(".sql"))
        .toList();
  }

  @Test
  void has_a_statement_for_every_effect() {
    var unseen = new ArrayList<Class<?>>(variants(Effect.class).toList());
    for (var name : all()) {
      var fixture = Golden.read(Golden.fixture("statements/" + name));
      for (var statement : ScriptReader.read(new SourceFile(name), fixture).statements()) {
        statement.effects().forEach(e -> unseen.remove(e.getClass()));
      }
    }
    assertThat(unseen).isEmpty();
  }

  private static Stream<Class<?>> variants(Class<?> family) {
    return family.isSealed()
        ? Arrays.stream(family.getPermittedSubclasses()).flatMap(EffectFixturesTest::variants)
        : Stream.of(family);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void touches_what_the_fixture_expects(String name) {
    var script =
        ScriptReader.read(new SourceFile(name), Golden.read(Golden.fixture("statements/" + name)));
    assertThat(script.problems()).isEmpty();
    assertThat(script.statements()).isNotEmpty();
    var behind = 0;
    for (var statement : script.statements()) {
      var expected = expected(script.text().substring(behind, statement.span().start()));
      assertThat(found(statement)).as(described(script, statement)).isEqualTo(expected);
      behind = statement.span().end();
    }
  }

  private static String described(Script script, Statement statement) {
    return "line " + statement.span().line() + ": " + script.textOf(statement);
  }

  private static List<String> expected(String comments) {
    return comments
        .lines()
        .map(String::strip)
        .filter(l -> l.startsWith(EXPECT))
        .map(l -> l.substring(EXPECT.length()))
        .toList();
  }

  private static List<String> found(Statement statement) {
    return statement.effects().stream().flatMap(EffectFixturesTest::words).toList();
  }

  private static Stream<String> words(Effect effect) {
    return switch (effect) {
      case Effect.Opaque opaque -> Stream.of("opaque");
      case RoutineEffect.CallsRoutine calls -> Stream.of("calls " + calls.routine());
      case Effect.NamesObject names -> Stream.of("names " + names.object());
      default -> effect.touches().stream().map(EffectFixturesTest::words);
    };
  }

  private static String words(ObjectAccess touch) {
    var access = touch.access().name().toLowerCase(Locale.ROOT);
    var lock = touch.lock();
    return access
        + " "
        + touch.object().words()
        + (lock == null ? "" : ", " + lock.words().toLowerCase(Locale.ROOT));
  }
}
