package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.Body;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A function or procedure; aggregates are `SchemaObject.Other`.
///
/// @param arguments types qualified, defaults in normal spelling
/// @param returns null for procedures and `RETURNS TABLE`
/// @param options as in `RoutineEffect.CreatesRoutine`, without PostgreSQL's defaults
/// @param searchPath where names in a string body are looked up when it runs
public record Routine(
    ObjectName name,
    List<Argument> arguments,
    @Nullable TypeName returns,
    List<Argument> returnsTable,
    String language,
    SortedMap<RoutineOption, String> options,
    SortedMap<String, String> configuration,
    Body body,
    List<String> searchPath,
    Attributes attributes)
    implements SchemaObject {

  public Routine {
    arguments = List.copyOf(arguments);
    returnsTable = List.copyOf(returnsTable);
    options = new TreeMap<>(options);
    configuration = new TreeMap<>(configuration);
    searchPath = List.copyOf(searchPath);
  }

  public QualifiedName qualifiedName() {
    return name.name();
  }

  /// A copy to change.
  public RoutineDraft copy() {
    return new RoutineDraft(this);
  }

  @Override
  public Routine with(Attributes newAttributes) {
    return copy().attributes(newAttributes).routine();
  }

  @Override
  public SortedMap<FacetName, String> facets() {
    var facets =
        Facets.of(attributes)
            .put(Facet.ARGUMENTS, text(arguments))
            .put(Facet.RETURNS, returnsText())
            .put(Facet.LANGUAGE, language)
            .put(Facet.BODY, body.normal() == null ? body.text() : body.normal())
            .flag(Facet.BODY_IS_SQL, body.atomic())
            .options(Facet.SETTING, configuration);
    options.forEach((option, value) -> facets.put(facet(option), value));
    return facets.sorted();
  }

  private static Facet facet(RoutineOption option) {
    return switch (option) {
      case VOLATILITY -> Facet.VOLATILITY;
      case STRICT -> Facet.STRICT;
      case SECURITY_DEFINER -> Facet.SECURITY_DEFINER;
      case LEAKPROOF -> Facet.LEAKPROOF;
      case PARALLEL -> Facet.PARALLEL;
      case COST -> Facet.COST;
      case ROWS -> Facet.ROWS;
      case SUPPORT -> Facet.SUPPORT;
      case WINDOW -> Facet.WINDOW;
      case TRANSFORM -> Facet.TRANSFORM;
    };
  }

  private @Nullable String returnsText() {
    if (!returnsTable.isEmpty()) {
      return "TABLE(" + text(returnsTable) + ")";
    }
    return returns == null ? null : returns.text();
  }

  private static String text(List<Argument> arguments) {
    return arguments.stream().map(Routine::text).collect(Collectors.joining(", "));
  }

  private static String text(Argument argument) {
    var text = new StringBuilder();
    switch (argument.mode()) {
      case "out", "inout", "variadic" ->
          text.append(argument.mode().toUpperCase(Locale.ROOT)).append(' ');
      default -> {}
    }
    if (argument.name() != null) {
      text.append(Identifier.quoted(argument.name())).append(' ');
    }
    text.append(argument.type().text());
    var value = argument.defaultValue();
    return value == null ? text.toString() : text + " DEFAULT " + value.canonical();
  }
}
