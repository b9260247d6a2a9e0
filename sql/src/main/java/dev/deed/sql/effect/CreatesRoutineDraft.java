package dev.deed.sql.effect;

import dev.deed.sql.Span;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `CREATE FUNCTION` that is being read.
public final class CreatesRoutineDraft {

  private ObjectName routine;
  private boolean orReplace;
  private List<Argument> arguments = List.of();
  private @Nullable TypeName returns;
  private List<Argument> returnsTable = List.of();
  private String language;
  private Map<RoutineOption, String> options = Map.of();
  private Map<String, String> configuration = Map.of();
  private Body body;
  private Span span;

  public CreatesRoutineDraft(ObjectName routine, String language, Body body, Span span) {
    this.routine = routine;
    this.language = language;
    this.body = body;
    this.span = span;
  }

  public CreatesRoutineDraft orReplace(boolean value) {
    orReplace = value;
    return this;
  }

  public CreatesRoutineDraft arguments(List<Argument> value) {
    arguments = value;
    return this;
  }

  public CreatesRoutineDraft returns(@Nullable TypeName value) {
    returns = value;
    return this;
  }

  public CreatesRoutineDraft returnsTable(List<Argument> value) {
    returnsTable = value;
    return this;
  }

  public CreatesRoutineDraft options(Map<RoutineOption, String> value) {
    options = value;
    return this;
  }

  public CreatesRoutineDraft configuration(Map<String, String> value) {
    configuration = value;
    return this;
  }

  public CreatesRoutine effect() {
    return new CreatesRoutine(
        routine,
        orReplace,
        arguments,
        returns,
        returnsTable,
        language,
        options,
        configuration,
        body,
        span);
  }
}
