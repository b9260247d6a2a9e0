package dev.deed.sql.parse;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the statement families share while one script is read: the cursor, the families that others
/// call, and the effects found so far in the current statement.
final class Parsing {

  final Cursor cursor;
  final Types types;
  final Expressions expressions;
  final Queries queries;
  private List<Effect> effects = new ArrayList<>();
  private int depth;

  Parsing(Cursor cursor) {
    this.cursor = cursor;
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.queries = new Queries(this);
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /// How many effects the statement has so far, for `addAt`.
  int effectCount() {
    return effects.size();
  }

  /// Puts an effect before those that were found while its text was read: what is defined comes before
  /// what the definition reads.
  void addAt(int place, Effect effect) {
    effects.add(place, effect);
  }

  /// The effects since the last call.
  List<Effect> takeEffects() {
    var taken = effects;
    effects = new ArrayList<>();
    return taken;
  }

  /// What `parse` finds goes into a list of its own: the body of a function, the action of a rule.
  List<Effect> effectsOf(Runnable parse) {
    var outer = effects;
    effects = new ArrayList<>();
    try {
      parse.run();
      return effects;
    } finally {
      effects = outer;
    }
  }

  /// Keeps nesting within what the stack bears.
  <T> T nested(Supplier<T> parse) {
    if (++depth > ScriptReader.MOST_NESTING) {
      throw cursor.error("nested too deeply: more than " + ScriptReader.MOST_NESTING + " levels");
    }
    try {
      return parse.get();
    } finally {
      depth--;
    }
  }

  /// An expression with its text: a default, a condition.
  ExpressionText expressionText() {
    var first = cursor.position();
    return textOf(expressions.expression(), first);
  }

  /// An expression that was read from the token `first` on, with its text.
  ExpressionText textOf(Expression tree, int first) {
    Span span = cursor.spanFrom(first);
    var text = cursor.tokens().text().substring(span.start(), span.end());
    return new ExpressionText(tree, text, cursor.canonicalFrom(first), span);
  }
}
