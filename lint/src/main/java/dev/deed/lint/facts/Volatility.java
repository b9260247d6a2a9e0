package dev.deed.lint.facts;

import dev.deed.lint.facts.Volatility.Grade;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RoutineOption;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Call;
import dev.deed.sql.expression.ExpressionMap;
import dev.deed.sql.replay.Catalog;
import dev.deed.sql.schema.Routine;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether an expression always gives the same value, and the function that decides that.
///
/// @param function the function's name as called; `""` if no call decides
public record Volatility(Grade grade, String function) {

  /// From the most constant to the least; an unknown function may be volatile.
  public enum Grade {
    IMMUTABLE,
    STABLE,
    UNKNOWN,
    VOLATILE
  }

  /// The worst volatility of all calls in the expression.
  public static Volatility of(Expression expression, Catalog catalog) {
    var reading = new Reading(catalog);
    ExpressionMap.apply(
        expression,
        e -> {
          if (e instanceof Call call) {
            reading.add(call.function());
          }
          return e;
        });
    return reading.worst;
  }

  /// Collects the calls of an expression, and those in the bodies of functions that PostgreSQL
  /// inlines.
  private static final class Reading {

    /// Keywords that make a body more than a single expression.
    private static final Pattern CLAUSE =
        Pattern.compile(
            "\\b(?:distinct|except|for|from|group|having|insert|intersect|into|limit|offset|order"
                + "|union|where|window)\\b");

    private static final Pattern PARENTHESES = Pattern.compile("\\([^()]*\\)");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");

    private final Catalog catalog;
    private final Set<Routine> inside = new HashSet<>();
    private Volatility worst = new Volatility(Grade.IMMUTABLE, "");

    Reading(Catalog catalog) {
      this.catalog = catalog;
    }

    void add(QualifiedName function) {
      var known = catalog.called(function);
      if (known.isEmpty()) {
        add(BuiltInFunctions.grade(function.name()), function);
      }
      known.forEach(routine -> add(routine, function));
    }

    private void add(Grade grade, QualifiedName function) {
      if (grade.compareTo(worst.grade()) > 0) {
        worst = new Volatility(grade, function.dotted());
      }
    }

    /// The function's declared volatility counts; for a function that PostgreSQL inlines, its body
    /// does.
    private void add(Routine routine, QualifiedName function) {
      switch (routine.options().getOrDefault(RoutineOption.VOLATILITY, "volatile")) {
        case "immutable" -> {}
        case "stable" -> add(Grade.STABLE, function);
        default -> {
          if (!isPutInPlace(routine) || !inside.add(routine)) {
            add(Grade.VOLATILE, function);
          } else {
            calls(routine.body().effects()).forEach(this::add);
            inside.remove(routine);
          }
        }
      }
    }

    private static List<QualifiedName> calls(List<Effect> effects) {
      return effects.stream()
          .filter(CallsRoutine.class::isInstance)
          .map(e -> ((CallsRoutine) e).routine())
          .toList();
    }

    /// Whether PostgreSQL inlines the function: it is written in SQL, and its body is a single
    /// expression.
    private static boolean isPutInPlace(Routine routine) {
      var body = routine.body();
      return routine.language().equals("sql")
          && routine.configuration().isEmpty()
          && !routine.options().containsKey(RoutineOption.SECURITY_DEFINER)
          && body.effects().stream()
              .allMatch(e -> e instanceof CallsRoutine || e instanceof Effect.NamesObject)
          && isExpression(body.text());
    }

    private static boolean isExpression(String body) {
      var text = STRING.matcher(body.toLowerCase(Locale.ROOT)).replaceAll("''").strip();
      for (var shorter = text; ; text = shorter) {
        shorter = PARENTHESES.matcher(text).replaceAll(" ");
        if (shorter.equals(text)) {
          break;
        }
      }
      var single = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
      return (single.startsWith("select") || single.startsWith("return "))
          && !single.contains(";")
          && !CLAUSE.matcher(single).find();
    }
  }
}
