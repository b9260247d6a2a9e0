package dev.deed.sql.parse;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Depth;
import dev.deed.sql.lex.StringBody;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.schema.BuiltIns;
import dev.deed.sql.script.NewerSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// What the statement families share while one script is read: the cursor, the parsers that others
/// call, and the effects found so far in the current statement.
final class ParserState {

  final Cursor cursor;
  final Types types;
  final Expressions expressions;
  final Queries queries;
  final RowWrites writes;
  final Scopes scopes = new Scopes();
  private final Depth depth;
  private final int bodies;
  private List<Effect> effects = new ArrayList<>();
  private List<NewerSyntax> newerSyntax = List.of();
  private boolean keepsTexts = true;
  private boolean keepsTrees;
  private boolean isTreeWhole = true;

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

  /// For code in a string.
  ParserState inside(StringBody body) {
    return new ParserState(new Cursor(cursor.tokens().inside(body)), depth, bodies + 1);
  }

  /// The number of strings within strings around this text.
  int bodies() {
    return bodies;
  }

  /// For other tokens, at the same nesting depth.
  ParserState over(Tokens tokens) {
    return new ParserState(new Cursor(tokens), depth, bodies);
  }

  void add(Effect effect) {
    effects.add(effect);
  }

  /// A type that an expression or a query names.
  void names(TypeName type, int first) {
    if (type.columnOf() == null && !BuiltIns.isType(type.name().name())) {
      names(ObjectKind.TYPE, type.name(), first);
    }
  }

  /// The access of a definition to a type that it names, empty for built-in types.
  List<ObjectAccess> uses(TypeName type, int first) {
    return type.columnOf() != null || BuiltIns.isType(type.name().name())
        ? List.of()
        : List.of(
            ObjectAccess.of(
                ObjectName.of(ObjectKind.TYPE, type.name()),
                Access.REFERENCES,
                null,
                cursor.spanFrom(first)));
  }

  /// A type, collation or operator that an expression or a query names, from the token `first` on.
  void names(ObjectKind kind, QualifiedName name, int first) {
    effects.add(new Effect.NamesObject(ObjectName.of(kind, name), cursor.spanFrom(first)));
  }

  /// Notes what PostgreSQL has since that major version only, from the token `first` on.
  void newer(int since, String words, int first) {
    if (newerSyntax.isEmpty()) {
      newerSyntax = new ArrayList<>();
    }
    newerSyntax.add(new NewerSyntax(since, words, cursor.spanFrom(first)));
  }

  /// What was noted since the last call.
  List<NewerSyntax> takeNewerSyntax() {
    var taken = newerSyntax;
    newerSyntax = List.of();
    return taken;
  }

  /// The effects since the last call.
  List<Effect> takeEffects() {
    var taken = effects;
    scopes.fields.addTo(taken);
    scopes.fields.clear();
    effects = new ArrayList<>();
    return taken;
  }

  /// Collects the effects of `parse` in a separate list: the body of a function, the action of a
  /// rule.
  List<Effect> effectsOf(Runnable parse) {
    var outer = effects;
    effects = new ArrayList<>();
    try {
      scopes.fields.apart(effects, parse);
      return effects;
    } finally {
      effects = outer;
    }
  }

  /// Inserts an effect before those found while its text was read: a definition comes before its
  /// reads.
  void addAt(int place, Effect effect) {
    effects.add(place, effect);
  }

  /// The number of effects of the statement so far: a mark for `addAt`, `forgetReads` and
  /// `replace`.
  int effectCount() {
    return effects.size();
  }

  Effect effect(int index) {
    return effects.get(index);
  }

  void replace(int index, Effect effect) {
    effects.set(index, effect);
  }

  /// Removes one effect that a better one replaces.
  void forget(Effect effect) {
    effects.remove(effect);
  }

  /// Removes reads since the mark that turn out to be of common table expressions.
  void forgetReads(int mark, Set<String> names) {
    effects
        .subList(mark, effects.size())
        .removeIf(e ->
            e instanceof ReadsRows reads
                && !reads.relation().isQualified()
                && names.contains(reads.relation().name()));
  }

  /// Limits the nesting to what the stack can hold.
  <T> T nested(Supplier<T> parse) {
    depth.enter(cursor);
    try {
      return parse.get();
    } finally {
      depth.leave();
    }
  }

  /// Enters one level, until `leave`.
  void enter() {
    depth.enter(cursor);
  }

  void leave() {
    depth.leave();
  }

  /// True if the normal spelling of the current text may be needed. Inside queries it is not.
  boolean keepsTexts() {
    return keepsTexts;
  }

  /// From now on, queries and the trailers of calls are kept as trees, and all texts.
  void keepTrees() {
    keepsTrees = true;
  }

  boolean keepsTrees() {
    return keepsTrees;
  }

  /// Notes a part of a query that no tree has.
  void breakTree() {
    isTreeWhole = false;
  }

  boolean isTreeWhole() {
    return isTreeWhole;
  }

  <T> T keepingTexts(boolean keeps, Supplier<T> parse) {
    var outer = keepsTexts;
    keepsTexts = keeps || keepsTrees;
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

  /// An expression that began at the token `first`, with its text.
  ExpressionText textOf(Expression tree, int first) {
    var last = Math.max(first, cursor.position() - 1);
    Span span = cursor.spanFrom(first);
    var tokens = cursor.tokens();
    var text = tokens.text().substring(tokens.start(first), tokens.end(last));
    return new ExpressionText(tree, text, cursor.canonicalFrom(first), span);
  }
}
