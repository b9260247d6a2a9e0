package dev.deed.lint.rule.failure;

import dev.deed.sql.Identifier;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.RoutineEffect.CreatesRoutine;
import dev.deed.sql.effect.ViewEffect.CreatesView;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.Routine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `CREATE OR REPLACE` that would change what others rely on.
final class Replacements implements Refusals {

  @Override
  public List<Class<? extends Effect>> kinds() {
    return List.of(CreatesView.class, CreatesRoutine.class);
  }

  @Override
  public Optional<Refusal> of(Effect effect, Known known) {
    return switch (effect) {
      case CreatesView e when e.orReplace() && !e.temporary() -> view(e, known);
      case CreatesRoutine e -> routine(e, known);
      default -> Optional.empty();
    };
  }

  // Views

  private static Optional<Refusal> view(CreatesView effect, Known known) {
    var name = known.catalog().created(effect.view());
    return known
        .relationNamed(name)
        .flatMap(n -> known.certain(n, View.class))
        .flatMap(v -> view(effect, v, known));
  }

  private static Optional<Refusal> view(CreatesView effect, View view, Known known) {
    var before = view.columns();
    var after = outputs(effect);
    if (isUnclear(before) || isUnclear(after)) {
      return Optional.empty();
    }
    for (var i = 0; i < before.size(); i++) {
      if (i >= after.size()) {
        return refused(effect.span(), view, "lose the column " + before.get(i), known);
      }
      if (!before.get(i).equals(after.get(i))) {
        return refused(
            effect.span(),
            view,
            "make the column %s of %s".formatted(after.get(i), before.get(i)),
            known);
      }
    }
    return Optional.empty();
  }

  private static List<String> outputs(CreatesView effect) {
    var names = new ArrayList<>(effect.query().columns());
    for (var i = 0; i < Math.min(names.size(), effect.columns().size()); i++) {
      names.set(i, effect.columns().get(i));
    }
    return names;
  }

  private static boolean isUnclear(List<String> columns) {
    return columns.isEmpty() || columns.stream().anyMatch(c -> c.isEmpty() || c.equals("*"));
  }

  private static Optional<Refusal> refused(Span span, View view, String what, Known known) {
    var name = view.qualifiedName();
    return Refusal.of(
        span,
        "CREATE OR REPLACE VIEW can only add columns at the end, and this would %s%s"
            .formatted(what, known.created(view.name())),
        "keep the columns %s in this order, or drop the view first: DROP VIEW %s"
            .formatted(String.join(", ", view.columns()), name.quoted()),
        view.name());
  }

  // Functions

  private static Optional<Refusal> routine(CreatesRoutine effect, Known known) {
    var name = known.catalog().created(effect);
    for (var before : known.catalog().routines(name.name())) {
      if (before.name().arguments().equals(name.arguments())
          && known.catalog().isCertain(before.name())) {
        var why = effect.orReplace() ? difference(effect, before, known) : null;
        if (why != null) {
          return Refusal.of(
              effect.span(),
              "CREATE OR REPLACE cannot change %s of %s%s"
                  .formatted(why, before.name().text(), known.created(before.name())),
              "drop the %s first: DROP %s %s"
                  .formatted(
                      before.name().kind().words(),
                      before.name().kind().words().toUpperCase(java.util.Locale.ROOT),
                      before.name().text()),
              before.name());
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable String difference(CreatesRoutine effect, Routine before, Known known) {
    if (before.name().kind() != effect.routine().kind()) {
      return "the kind";
    }
    var returns = returned(effect, known);
    if (returns != null && before.returns() != null && isOther(returns, before.returns())) {
      return "the return type %s".formatted(before.returns().text());
    }
    if (effect.returnsTable().isEmpty() != before.returnsTable().isEmpty()
        || !sameTable(effect.returnsTable(), before.returnsTable(), known)) {
      return "the columns that it returns";
    }
    return arguments(inputs(effect.arguments()), inputs(before.arguments()));
  }

  private static @Nullable TypeName returned(CreatesRoutine effect, Known known) {
    return effect.returns() == null ? null : known.type(effect.returns());
  }

  private static boolean isOther(TypeName one, TypeName other) {
    return Types.differ(one, other) || one.setOf() != other.setOf();
  }

  private static boolean sameTable(List<Argument> after, List<Argument> before, Known known) {
    if (after.size() != before.size()) {
      return false;
    }
    for (var i = 0; i < after.size(); i++) {
      if (!Objects.equals(after.get(i).name(), before.get(i).name())
          || Types.differ(known.type(after.get(i).type()), before.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  private static List<Argument> inputs(List<Argument> arguments) {
    return arguments.stream()
        .filter(a -> !a.mode().equals("out") && !a.mode().equals("table"))
        .toList();
  }

  private static @Nullable String arguments(List<Argument> after, List<Argument> before) {
    for (var i = 0; i < Math.min(after.size(), before.size()); i++) {
      var name = before.get(i).name();
      if (name != null && !name.equals(after.get(i).name())) {
        return "the name of the argument %s".formatted(Identifier.quoted(name));
      }
      if (before.get(i).defaultValue() != null && after.get(i).defaultValue() == null) {
        return "a default of an argument to none";
      }
    }
    return null;
  }
}
