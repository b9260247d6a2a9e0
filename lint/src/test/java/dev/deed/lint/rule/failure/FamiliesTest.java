package dev.deed.lint.rule.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.effect.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A family is asked about the kinds of effect that it names. One that takes another kind apart
/// would never see it. It may name more than it needs.
class FamiliesTest {

  private static final Path SOURCES =
      Path.of(System.getProperty("basedir", ""), "src/main/java/dev/deed/lint/rule/failure");

  /// `case CreatesTable e`, `instanceof Drops drops`, `case Creates _, Publishes _`.
  private static final Pattern TAKEN_APART =
      Pattern.compile("(?:\\bcase|\\binstanceof|,)\\s+(?:[a-z]\\w*\\.)*([A-Z][\\w.]*) \\w+\\b");

  private static final Map<String, Class<?>> EFFECTS = effects();

  @ParameterizedTest
  @MethodSource
  void names_each_kind_of_effect_that_it_takes_apart(Class<?> source, List<Class<?>> kinds)
      throws IOException {
    var text = Files.readString(SOURCES.resolve(source.getSimpleName() + ".java"));
    assertThat(TAKEN_APART.matcher(text).results().map(found -> simple(found.group(1))).distinct())
        .filteredOn(name -> EFFECTS.containsKey(name) && !isNamed(EFFECTS.get(name), kinds))
        .as("kinds() of %s lacks them", source.getSimpleName())
        .isEmpty();
  }

  static Stream<Arguments> names_each_kind_of_effect_that_it_takes_apart() {
    return Stream.concat(
        WillFail.families().stream().map(f -> arguments(f.getClass(), f.kinds())),
        Stream.of(arguments(Kept.class, Kept.KINDS)));
  }

  private static Arguments arguments(Class<?> source, List<Class<? extends Effect>> kinds) {
    return Arguments.of(source, kinds);
  }

  private static boolean isNamed(Class<?> effect, List<Class<?>> kinds) {
    return kinds.stream().anyMatch(kind -> kind.isAssignableFrom(effect));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /// The kinds of effect, and the groups of kinds, by their simple names.
  private static Map<String, Class<?>> effects() {
    var effects = new HashMap<String, Class<?>>();
    add(Effect.class, effects);
    effects.remove(Effect.class.getSimpleName());
    return effects;
  }

  private static void add(Class<?> kind, Map<String, Class<?>> effects) {
    effects.put(kind.getSimpleName(), kind);
    if (kind.isSealed()) {
      for (var permitted : kind.getPermittedSubclasses()) {
        add(permitted, effects);
      }
    }
  }
}
