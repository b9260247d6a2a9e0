package dev.deed.sql.schema;

import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A routine that is being changed. A new one takes and returns nothing.
public final class RoutineDraft {

  private ObjectName name;
  private List<Argument> arguments = List.of();
  private @Nullable TypeName returns;
  private List<Argument> returnsTable = List.of();
  private String language;
  private SortedMap<RoutineOption, String> options = new TreeMap<>();
  private SortedMap<String, String> configuration = new TreeMap<>();
  private Body body;
  private List<String> searchPath = List.of();
  private Attributes attributes = Attributes.NONE;

  public RoutineDraft(ObjectName name, String language, Body body) {
    this.name = name;
    this.language = language;
    this.body = body;
  }

  RoutineDraft(Routine routine) {
    this(routine.name(), routine.language(), routine.body());
    arguments = routine.arguments();
    returns = routine.returns();
    returnsTable = routine.returnsTable();
    options = routine.options();
    configuration = routine.configuration();
    searchPath = routine.searchPath();
    attributes = routine.attributes();
  }

  public RoutineDraft name(ObjectName value) {
    name = value;
    return this;
  }

  public RoutineDraft arguments(List<Argument> value) {
    arguments = value;
    return this;
  }

  public RoutineDraft returns(@Nullable TypeName value) {
    returns = value;
    return this;
  }

  public RoutineDraft returnsTable(List<Argument> value) {
    returnsTable = value;
    return this;
  }

  public RoutineDraft language(String value) {
    language = value;
    return this;
  }

  public RoutineDraft options(SortedMap<RoutineOption, String> value) {
    options = value;
    return this;
  }

  public RoutineDraft configuration(SortedMap<String, String> value) {
    configuration = value;
    return this;
  }

  public RoutineDraft body(Body value) {
    body = value;
    return this;
  }

  public RoutineDraft searchPath(List<String> value) {
    searchPath = value;
    return this;
  }

  public RoutineDraft attributes(Attributes value) {
    attributes = value;
    return this;
  }

  public Routine routine() {
    return new Routine(
        name,
        arguments,
        returns,
        returnsTable,
        language,
        options,
        configuration,
        body,
        searchPath,
        attributes);
  }
}
