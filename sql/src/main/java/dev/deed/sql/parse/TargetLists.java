package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.QueryTree.Target;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// The output columns of a `SELECT` or a `RETURNING`.
final class TargetLists {

  private static final Expression STAR = new Expression.Column(List.of("*"));

  private final ParserState parsing;
  private final Cursor cursor;

  TargetLists(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  List<Target> list() {
    var targets = new ArrayList<Target>();
    do {
      targets.add(target());
    } while (cursor.accept(Sign.COMMA));
    return targets;
  }

  private Target target() {
    if (cursor.accept(Sign.STAR)) {
      parsing.scopes.star();
      return new Target(STAR, null, "*");
    }
    var value = parsing.expressions.expression();
    if (cursor.accept(AS)) {
      var alias = labelled(cursor.label("a column name"));
      return new Target(value, alias, alias);
    }
    if (cursor.atBareLabel()) {
      var alias = labelled(cursor.takeName());
      return new Target(value, alias, alias);
    }
    return new Target(value, null, nameOf(value));
  }

  private String nameOf(Expression value) {
    if (value instanceof Expression.Call call) {
      return labelled(call.function().name());
    }
    if (!(value instanceof Expression.Column column)) {
      parsing.scopes.unclearOutput();
      return name(value);
    }
    if (column.name().equals("*")) {
      parsing.scopes.star();
      return "*";
    }
    if (column.path().size() == 1) {
      return labelled(column.name());
    }
    parsing.scopes.output(column.name());
    return column.name();
  }

  /// A name that a row of the query has for certain: `row.name` may also be a call.
  private String labelled(String name) {
    parsing.scopes.fields.label(name);
    parsing.scopes.output(name);
    return name;
  }

  /// `[WITH (OLD AS o, NEW AS n)] targets`, after `RETURNING`.
  List<Target> returning() {
    if (cursor.accept(WITH)) {
      parsing.newer(18, "RETURNING WITH (OLD AS ..., NEW AS ...)", cursor.position() - 1);
      cursor.open();
      do {
        if (!cursor.accept(OLD)) {
          cursor.expect(NEW);
        }
        cursor.expect(AS);
        parsing.scopes.unclear(cursor.name("an alias"));
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    }
    return list();
  }

  /// The name that PostgreSQL gives a column without an alias.
  private static String name(Expression value) {
    var named = value;
    var type = "";
    // A loop, because chains of casts may be long.
    while (true) {
      switch (named) {
        case Expression.Cast cast -> {
          type = type.isEmpty() ? cast.type().name().name() : type;
          named = cast.value();
        }
        case Expression.Subscript subscript -> named = subscript.value();
        case Expression.Collate collate -> named = collate.value();
        default -> {
          var name = ownName(named);
          return name.isEmpty() ? type : name;
        }
      }
    }
  }

  private static String ownName(Expression value) {
    return switch (value) {
      case Expression.Column column -> column.name();
      case Expression.Field field -> field.name();
      case Expression.Call call -> call.function().name();
      case Expression.Special special -> special.word();
      case Expression.Case choice -> "case";
      case Expression.ArrayOf array -> "array";
      case Expression.ArrayQuery array -> "array";
      case Expression.Row row -> "row";
      case Expression.Exists exists -> "exists";
      case Expression.Subquery query when query.query().columns().size() == 1 ->
          query.query().columns().getFirst();
      case Expression.AtTimeZone zone -> "timezone";
      default -> "";
    };
  }
}
