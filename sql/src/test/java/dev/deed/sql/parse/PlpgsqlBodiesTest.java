package dev.deed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deed.sql.SourceFile;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.SessionEffect;
import dev.deed.sql.golden.Golden;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every statement of PL/pgSQL, as `plpgsql/bodies.sql` has it.
final class PlpgsqlBodiesTest {

  @Test
  void reads_every_statement_of_plpgsql() {
    var script = bodies();

    assertThat(script.problems()).isEmpty();
    assertThat(script.statements().stream().flatMap(PlpgsqlBodiesTest::opaque))
        .allMatch(reason -> reason.startsWith("dynamic SQL: EXECUTE "));
  }

  @Test
  void tells_what_each_body_does_and_where() {
    var told =
        bodies().statements().stream()
            .map(s -> s.span().line() + " " + s.command().words() + "\n" + lines(s.effects(), "  "))
            .collect(Collectors.joining("\n"));

    Golden.check(Golden.fixture("plpgsql/effects.txt"), told);
  }

  private static Script bodies() {
    var sql = Golden.read(Golden.fixture("plpgsql/bodies.sql"));
    return ScriptReader.read(new SourceFile("bodies.sql"), sql);
  }

  private static Stream<String> opaque(Statement statement) {
    return statement.effects().stream().flatMap(PlpgsqlBodiesTest::opaque);
  }

  private static Stream<String> opaque(Effect effect) {
    var body = body(effect);
    if (body != null) {
      return body.effects().stream().flatMap(PlpgsqlBodiesTest::opaque);
    }
    return effect instanceof Effect.Opaque opaque ? Stream.of(opaque.reason()) : Stream.empty();
  }

  private static @Nullable Body body(Effect effect) {
    return switch (effect) {
      case CreatesRoutine routine -> routine.body();
      case RunsBlock block -> block.body();
      default -> null;
    };
  }

  private static String lines(List<Effect> effects, String indent) {
    return effects.stream().map(e -> line(e, indent)).collect(Collectors.joining());
  }

  private static String line(Effect effect, String indent) {
    var body = body(effect);
    var place = indent + effect.span().line() + ":" + effect.span().column() + " ";
    var head = place + effect.getClass().getSimpleName();
    return body == null
        ? head + " " + detail(effect) + "\n"
        : head + "\n" + lines(body.effects(), indent + "  ");
  }

  private static String detail(Effect effect) {
    return switch (effect) {
      case Effect.Opaque opaque -> opaque.reason();
      case Effect.NamesObject names -> names.object().words();
      case CallsRoutine call -> call.kind().words() + " " + call.routine();
      case SessionEffect.SetsParameter set -> set.parameter();
      case SessionEffect.ControlsTransaction control -> control.transaction().toString();
      default ->
          effect.touches().stream().map(PlpgsqlBodiesTest::words).collect(Collectors.joining("; "));
    };
  }

  private static String words(ObjectAccess touch) {
    var lock = touch.lock();
    return touch.access() + " " + touch.object().words() + (lock == null ? "" : " " + lock.words());
  }
}
