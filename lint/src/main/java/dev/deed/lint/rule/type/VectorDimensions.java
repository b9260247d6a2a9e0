package dev.deed.lint.rule.type;

import dev.deed.lint.facts.DefinedColumns;
import dev.deed.lint.facts.VectorIndexes;
import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TypeEffect.AltersAttribute;
import dev.deed.sql.effect.TypeEffect.CreatesComposite;
import dev.deed.sql.effect.TypeEffect.CreatesDomain;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds columns of pgvector's types with more dimensions than the type takes, or with none.
final class VectorDimensions implements EffectCheck<Effect> {

  private static final Map<String, Long> MOST =
      Map.of("vector", 16_000L, "halfvec", 16_000L, "sparsevec", 1_000_000_000L);

  private static final Pattern NUMBER = Pattern.compile("'?\\s*[-+]?\\s*[0-9]+(\\.[0-9]*)?\\s*'?");

  @Override
  public void check(Effect effect, RuleView view) {
    switch (effect) {
      case TableEffect table ->
          DefinedColumns.of(table)
              .forEach(c -> check(c.type(), "column " + c.column(), c.span(), c.table(), view));
      case CreatesDomain e -> check(e.base(), "domain " + e.type().dotted(), e.span(), null, view);
      case CreatesComposite e ->
          e.attributes().stream()
              .filter(a -> a.type() != null)
              .forEach(a -> check(a.type(), "attribute " + a.name(), a.span(), null, view));
      case AltersAttribute e when e.attributeType() != null ->
          check(e.attributeType(), "attribute " + e.attribute(), e.span(), null, view);
      default -> {}
    }
  }

  private static void check(
      @Nullable TypeName type,
      String what,
      Span span,
      @Nullable QualifiedName table,
      RuleView view) {
    var most = type == null ? null : MOST.get(type.name().name());
    if (type == null
        || most == null
        || type.modifiers().isEmpty()
        || isWithin(type.modifiers(), most)) {
      return;
    }
    view.report(
        span,
        "PostgreSQL refuses %s: type %s takes 1 to %d dimensions, not %s"
            .formatted(what, type.name().name(), most, String.join(", ", type.modifiers())),
        "store fewer dimensions, or several columns",
        table == null ? List.of() : List.of(ObjectName.table(view.relation(table))));
  }

  private static boolean isWithin(List<String> modifiers, long most) {
    if (modifiers.stream().anyMatch(modifier -> !NUMBER.matcher(modifier).matches())) {
      return true; // a variable, say
    }
    var dimensions = VectorIndexes.number(modifiers.getFirst().replace("'", "").strip());
    return modifiers.size() == 1
        && dimensions.filter(number -> number >= 1 && number <= most).isPresent();
  }
}
