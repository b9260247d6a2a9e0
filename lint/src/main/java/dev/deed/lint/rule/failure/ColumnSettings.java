package dev.deed.lint.rule.failure;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.TableEffect.AltersColumn;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How a column is stored, where its type cannot be stored so.
final class ColumnSettings implements Refusals {

  /// Their values are never compressed, nor stored outside of the row.
  private static final Set<String> FIXED =
      Set.of(
          "bigint",
          "boolean",
          "date",
          "double precision",
          "integer",
          "interval",
          "money",
          "oid",
          "real",
          "smallint",
          "time with time zone",
          "time without time zone",
          "timestamp with time zone",
          "timestamp without time zone",
          "uuid");

  private static final Set<String> METHODS = Set.of("pglz", "lz4", "default");
  private static final Pattern TOO_LOW = Pattern.compile("- ?(?!1$)\\d+");

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(AltersColumn.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return effect instanceof AltersColumn altered ? of(altered, known) : Optional.empty();
  }

  private static Optional<Refusal> of(AltersColumn effect, Known known) {
    var value = effect.value().toLowerCase(Locale.ROOT);
    if (effect.change() == ColumnChange.SET_STATISTICS) {
      return TOO_LOW.matcher(value).matches()
          ? Refusal.of(
              effect.span(),
              "a statistics target is -1 or more, and not " + effect.value(),
              "write a number between 0 and 10000, or -1 for the usual one")
          : Optional.empty();
    }
    if (effect.change() == ColumnChange.SET_COMPRESSION && !METHODS.contains(value)) {
      return Refusal.of(
          effect.span(),
          "PostgreSQL has no compression method " + effect.value(),
          "write pglz or lz4");
    }
    var isPlain =
        switch (effect.change()) {
          case SET_STORAGE -> value.equals("plain") || value.equals("default");
          case SET_COMPRESSION -> value.equals("default");
          default -> true;
        };
    return isPlain
        ? Optional.empty()
        : known
            .typeOf(effect.table(), effect.column())
            .filter(ColumnSettings::isFixed)
            .flatMap(t ->
                Refusal.of(
                    effect.span(),
                    "values of %s are neither compressed nor stored outside of their row"
                        .formatted(t.text()),
                    "remove the statement"));
  }

  private static boolean isFixed(TypeName type) {
    return Types.isBuiltIn(type)
        && type.arrayDimensions() == 0
        && FIXED.contains(type.name().name());
  }
}
