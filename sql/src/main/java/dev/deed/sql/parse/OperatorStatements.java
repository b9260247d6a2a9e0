package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.AGGREGATE;
import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.CAST;
import static dev.deed.sql.Keyword.CLASS;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.FAMILY;
import static dev.deed.sql.Keyword.LANGUAGE;
import static dev.deed.sql.Keyword.OPERATOR;
import static dev.deed.sql.Keyword.OR;
import static dev.deed.sql.Keyword.PROCEDURAL;
import static dev.deed.sql.Keyword.REPLACE;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TRANSFORM;
import static java.util.stream.Collectors.joining;

import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.CommandTag.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Aggregates, operators, operator classes and families, casts, transforms, languages.
final class OperatorStatements {

  /// `ALTER OPERATOR` sets them since PostgreSQL 17.
  private static final Set<String> SET_LATER = Set.of("commutator", "negator", "merges", "hashes");

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;

  OperatorStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
  }

  Parsed create() {
    if (cursor.keywordAfter(1) == OPERATOR) {
      switch (cursor.keywordAfter(2)) {
        case CLASS -> {
          return new OperatorClasses(parsing).createClass();
        }
        case FAMILY -> {
          return new OperatorClasses(parsing).createFamily();
        }
        case null, default -> {
          return operator();
        }
      }
    }
    if (cursor.at(CREATE, CAST)) {
      return new ConversionStatements(parsing).createCast();
    }
    return replaceable();
  }

  private Parsed replaceable() {
    cursor.expect(CREATE);
    var orReplace = cursor.accept(OR, REPLACE);
    if (cursor.accept(AGGREGATE)) {
      return aggregate(orReplace);
    }
    return cursor.at(TRANSFORM)
        ? new ConversionStatements(parsing).createTransform(orReplace)
        : new ConversionStatements(parsing).createLanguage(orReplace);
  }

  private Parsed operator() {
    cursor.expect(CREATE, OPERATOR);
    var start = cursor.position();
    var name = names.operatorName();
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    var definition = new Options(parsing).definition();
    var operands =
        "(" + operand(definition, "leftarg") + ", " + operand(definition, "rightarg") + ")";
    creates(ObjectName.operator(name, operands), false, definition, first, span, List.of());
    return Parsed.of(CommandTag.CREATE_OPERATOR);
  }

  private static String operand(Map<String, String> definition, String side) {
    return definition.getOrDefault(side, "NONE").replaceAll("\\(.*\\)", "");
  }

  /// `name ( arguments ) ( definition )`, or `name ( basetype = type, ... )` as before 8.2.
  private Parsed aggregate(boolean orReplace) {
    var start = cursor.position();
    var name = names.routineName();
    var span = cursor.spanFrom(start);
    var first = cursor.position();
    var old = cursor.signAfter(2) == Sign.EQUAL;
    if (old) {
      refuseKeywords();
      var definition = new Options(parsing).definition();
      var aggregate = ObjectName.routine(ObjectKind.AGGREGATE, name, oldSignature(definition));
      definition.remove("basetype");
      creates(aggregate, orReplace, definition, first, span, List.of());
    } else {
      var arguments = new RoutineArguments(parsing).aggregate();
      var aggregate = ObjectName.routine(ObjectKind.AGGREGATE, name, arguments.signature());
      var second = cursor.position();
      var definition = new Options(parsing).definition();
      var types = new ArrayList<ObjectAccess>();
      arguments.all().forEach(t -> types.addAll(parsing.uses(t, first)));
      creates(aggregate, orReplace, definition, second, span, types);
    }
    return Parsed.of(CommandTag.CREATE_AGGREGATE);
  }

  /// The old form does not accept key words as names; otherwise it could not be distinguished from
  /// the new one.
  private void refuseKeywords() {
    var start = cursor.position();
    do {
      cursor.advance();
      if (cursor.keyword() != null) {
        throw cursor.unexpected("a name that is not a key word");
      }
      skipElement();
    } while (cursor.at(Sign.COMMA));
    cursor.moveTo(start);
  }

  private void skipElement() {
    var depth = 0;
    while (!cursor.atEnd() && (depth > 0 || !cursor.at(Sign.COMMA))) {
      if (cursor.at(Sign.OPEN)) {
        depth++;
      } else if (cursor.at(Sign.CLOSE)) {
        depth--;
      }
      cursor.advance();
    }
  }

  private static String oldSignature(Map<String, String> definition) {
    var base = definition.getOrDefault("basetype", "any");
    return base.replace("\"", "").toLowerCase(Locale.ROOT).equals("any") ? "(*)" : "(" + base + ")";
  }

  /// @param first the definition's parenthesis
  private void creates(
      ObjectName object,
      boolean orReplace,
      Map<String, String> definition,
      int first,
      Span span,
      List<ObjectAccess> types) {
    var parts = new ArrayList<>(types);
    parts.addAll(new DefinedRoutines(parsing).since(first));
    var text =
        definition.entrySet().stream()
            .map(option -> option(option.getKey(), option.getValue()))
            .collect(joining(", ", "(", ")"));
    parsing.add(new ObjectEffect.Creates(object, orReplace, false, text, parts, span));
  }

  private static String option(String name, String value) {
    return switch (name) {
      case "procedure" -> "function = " + value;
      case "sfunc1", "stype1", "initcond1" -> option(name.substring(0, name.length() - 1), value);
      case "initcond", "minitcond" -> name + " = '" + value.replace("'", "''") + "'";
      default -> value.equals("true") ? name : name + " = " + value;
    };
  }

  Parsed alter() {
    cursor.expect(ALTER);
    if (cursor.accept(AGGREGATE)) {
      return change(ObjectKind.AGGREGATE);
    }
    if (cursor.accept(OPERATOR, CLASS)) {
      return change(ObjectKind.OPERATOR_CLASS);
    }
    if (cursor.accept(OPERATOR, FAMILY)) {
      return new OperatorClasses(parsing).alterFamily();
    }
    if (cursor.accept(OPERATOR)) {
      return alterOperator();
    }
    cursor.accept(PROCEDURAL);
    cursor.expect(LANGUAGE);
    return change(ObjectKind.LANGUAGE);
  }

  /// Actions that all kinds share.
  private Parsed change(ObjectKind kind) {
    var start = cursor.position();
    var object = names.name(kind);
    if (!new ObjectChanges(parsing).accept(object, false, cursor.spanFrom(start))) {
      throw cursor.unexpected("what to alter");
    }
    return Parsed.of(Verb.ALTER, kind);
  }

  private Parsed alterOperator() {
    var start = cursor.position();
    var operator = names.name(ObjectKind.OPERATOR);
    var span = cursor.spanFrom(start);
    if (new ObjectChanges(parsing).accept(operator, false, span)) {
      return Parsed.of(CommandTag.ALTER_OPERATOR);
    }
    var change = cursor.position();
    cursor.expect(SET);
    var first = cursor.position();
    var options = new Options(parsing).definition();
    if (!Collections.disjoint(options.keySet(), SET_LATER)) {
      parsing.newer(17, "COMMUTATOR, NEGATOR, MERGES and HASHES of ALTER OPERATOR", first);
    }
    var parts = new DefinedRoutines(parsing).since(first);
    parsing.add(
        new ObjectEffect.Alters(operator, cursor.canonicalFrom(change), List.copyOf(parts), span));
    return Parsed.of(CommandTag.ALTER_OPERATOR);
  }
}
