package dev.deed.sql.parse;

import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What the statement families share while one script is read: the cursor, the families that others
/// call, and the effects found so far in the current statement.
final class ParserState {

  final Cursor cursor;
  final Types types;
  final Expressions expressions;
  final Queries queries;
  final RowWrites writes;
  private final Depth depth;
  private final int bodies;
  private List<Effect> effects = new ArrayList<>();
  private boolean keepsTexts = true;

  ParserState(Cursor cursor, Depth depth) {
    this(cursor, depth, 0);
  }

  private ParserState(Cursor cursor, Depth depth, int bodies) {
    this.bodies = bodies;
    this.cursor = cursor;
    this.depth = depth;
    this.types = new Types(this);
    this.expressions = new Expressions(this);
    this.queries = new Queries(this);
    this.writes = new RowWrites(this);
  }

  /// For code that strings give.
  ParserState inside(StringBody body) {
    return new ParserState(new Cursor(cursor.tokens().inside(body)), depth, bodies + 1);
  }

  /// In how many strings within strings this text stands.
  int bodies() {
    return bodies;
  }

  /// For other tokens, as deep in the nesting as this one is.
  ParserState over(Tokens tokens) {
    return new ParserState(new Cursor(tokens), depth, bodies);
  }

  void add(Effect effect) {
    effects.add(effect);
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

  /// Puts an effect before those that were found while its text was read: what is defined comes
  /// before what the definition reads.
  void addAt(int place, Effect effect) {
    effects.add(place, effect);
  }

  /// How many effects the statement has so far: a mark for `addAt`, `forgetReads` and `replace`.
  int effectCount() {
    return effects.size();
  }

  Effect effect(int index) {
    return effects.get(index);
  }

  void replace(int index, Effect effect) {
    effects.set(index, effect);
  }

  /// Takes one effect back, which a better one takes the place of.
  void forget(Effect effect) {
    effects.remove(effect);
  }

  /// Takes back reads since the mark that turn out to be of common table expressions.
  void forgetReads(int mark, Set<String> names) {
    effects
        .subList(mark, effects.size())
        .removeIf(e ->
            e instanceof ReadsRows reads
                && !reads.relation().isQualified()
                && names.contains(reads.relation().name()));
  }

  /// Keeps nesting within what the stack bears.
  <T> T nested(Supplier<T> parse) {
    depth.enter(cursor);
    try {
      return parse.get();
    } finally {
      depth.leave();
    }
  }

  /// One level deeper, until `leave`.
  void enter() {
    depth.enter(cursor);
  }

  void leave() {
    depth.leave();
  }

  /// Whether someone may want the normal spelling of what is read now. Inside of queries nobody
  /// does.
  boolean keepsTexts() {
    return keepsTexts;
  }

  <T> T keepingTexts(boolean keeps, Supplier<T> parse) {
    var outer = keepsTexts;
    keepsTexts = keeps;
    try {
      return parse.get();
    } finally {
      keepsTexts = outer;
    }
  }

  /// An expression with its text: a default, a condition.
  ExpressionText expressionText() {
    var first = cursor.position();
    return textOf(expressions.expression(), first);
  }

  /// An expression that was read from the token `first` on, with its text.
  ExpressionText textOf(Expression tree, int first) {
    var last = Math.max(first, cursor.position() - 1);
    Span span = cursor.spanFrom(first);
    var tokens = cursor.tokens();
    var text = tokens.text().substring(tokens.start(first), tokens.end(last));
    return new ExpressionText(tree, text, cursor.canonicalFrom(first), span);
  }
}
