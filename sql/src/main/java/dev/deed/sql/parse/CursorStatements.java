package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.RoutineEffect.CallsRoutine;
import dev.deed.sql.effect.RowsEffect.NamesRelation;
import dev.deed.sql.effect.RowsEffect.ReadsRows;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `EXPLAIN`, prepared statements and cursors.
///
/// `EXPLAIN` without `ANALYZE` runs nothing, but plans, and so takes the statement's locks: a table
/// that would be written counts as read under the writer's lock. A prepared statement counts where
/// it is prepared, and again where it is executed after statements by which its names may mean
/// something else: the server then reads it again. `EXECUTE` of one that the script does not
/// prepare is opaque. The query of a cursor counts where it is declared, and again where it is
/// fetched from after statements by which the functions that it calls may do something else.
final class CursorStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final StatementParser statements;
  private final Map<String, List<Effect>> prepared = new HashMap<>();
  private final Set<String> outdated = new HashSet<>();
  private final Map<String, List<Effect>> declared = new HashMap<>();
  private final Set<String> outdatedCursors = new HashSet<>();

  CursorStatements(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.statements = statements;
  }

  // EXPLAIN

  Parsed explain() {
    cursor.expect(EXPLAIN);
    var runs = false;
    if (cursor.at(Sign.OPEN) && !parsing.queries.atQuery()) {
      runs = explainOptions();
    } else {
      runs = cursor.accept(ANALYZE) || cursor.accept(ANALYSE);
      cursor.accept(VERBOSE);
    }
    var effects = parsing.effectsOf(this::explained);
    for (var effect : effects) {
      if (runs) {
        parsing.add(effect);
      } else {
        addPlanned(effect);
      }
    }
    return Parsed.of(CommandTag.EXPLAIN);
  }

  private void explained() {
    parsing.enter();
    if (!cursor.at(Sign.OPEN)) {
      switch (cursor.keyword()) {
        case SELECT,
            VALUES,
            TABLE,
            WITH,
            INSERT,
            UPDATE,
            DELETE,
            MERGE,
            DECLARE,
            CREATE,
            REFRESH,
            EXECUTE -> {}
        case null, default -> throw cursor.unexpected("a statement that can be explained");
      }
    }
    statements.statement();
    parsing.leave();
  }

  /// Returns true if the options include `ANALYZE`.
  private boolean explainOptions() {
    var analyze = false;
    cursor.open();
    do {
      var isAnalyze = cursor.atAny(ANALYZE, ANALYSE);
      var place = cursor.position();
      newer(cursor.label("an option"), place);
      var off = cursor.atAny(FALSE, OFF) || (cursor.at(Sign.INTEGER) && raw().equals("0"));
      if (cursor.at(Sign.STRING)) {
        var value = cursor.string("a value");
        off = value.equalsIgnoreCase("off") || value.equalsIgnoreCase("false");
      } else if (cursor.at(Sign.INTEGER)
          || cursor.at(Sign.NUMBER)
          || cursor.at(Sign.MINUS)
          || cursor.at(Sign.PLUS)) {
        cursor.signedNumber("a value");
      } else if (cursor.atLabel()) {
        if (!cursor.atAny(TRUE, FALSE, ON)) {
          cursor.nonReservedName("a value");
        } else {
          cursor.advance();
        }
      }
      analyze = isAnalyze ? !off : analyze;
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
    return analyze;
  }

  private void newer(String option, int first) {
    var since =
        switch (option) {
          case "generic_plan" -> 16;
          case "memory", "serialize" -> 17;
          default -> 0;
        };
    if (since > 0) {
      parsing.newer(since, "the option " + option + " of EXPLAIN", first);
    }
  }

  private String raw() {
    return cursor.tokens().raw(cursor.position());
  }

  private void addPlanned(Effect effect) {
    switch (effect) {
      case WritesRows writes ->
          parsing.add(
              new ReadsRows(
                  writes.relation(), writes.only(), LockMode.ROW_EXCLUSIVE, writes.span()));
      case NamesRelation names ->
          parsing.add(new NamesRelation(names.relation(), Access.READS, names.span()));
      case ReadsRows reads -> parsing.add(reads);
      case CallsRoutine calls -> parsing.add(calls);
      case Effect.Opaque opaque -> parsing.add(opaque);
      case Effect.NamesObject names -> parsing.add(names);
      // Nothing is created or refreshed: only a name, and what its query reads.
      default ->
          effect.touches().stream()
              .filter(t -> t.object().kind().isRelation())
              .map(CursorStatements::planned)
              .forEach(parsing::add);
    }
  }

  private static Effect planned(ObjectAccess touch) {
    return touch.access() == Access.READS && touch.lock() != null
        ? new ReadsRows(touch.object().name(), false, touch.lock(), touch.span())
        : new NamesRelation(touch.object().name(), Access.READS, touch.span());
  }

  // Prepared statements

  Parsed prepare() {
    cursor.expect(PREPARE);
    var name = cursor.name("the prepared statement name");
    if (cursor.accept(Sign.OPEN)) {
      do {
        var first = cursor.position();
        parsing.names(parsing.types.type(), first);
      } while (cursor.accept(Sign.COMMA));
      cursor.close();
    }
    cursor.expect(AS);
    if (!cursor.at(Sign.OPEN)
        && !cursor.atAny(SELECT, VALUES, TABLE, WITH, INSERT, UPDATE, DELETE, MERGE)) {
      throw cursor.unexpected("SELECT, INSERT, UPDATE, DELETE, MERGE or VALUES");
    }
    var effects = parsing.effectsOf(statements::statement);
    effects.forEach(parsing::add);
    prepared.put(name, effects);
    outdated.remove(name);
    return Parsed.of(CommandTag.PREPARE);
  }

  /// A statement that may change what names mean, such as `SET search_path` or `DROP TABLE`. The
  /// relations of an open cursor are what they were, unlike the bodies of its functions.
  ///
  /// @param isSetting it changes settings only
  void outdate(boolean isSetting) {
    outdated.addAll(prepared.keySet());
    if (!isSetting) {
      outdatedCursors.addAll(declared.keySet());
    }
  }

  Parsed execute() {
    var first = cursor.position();
    cursor.expect(EXECUTE);
    var name = cursor.name("the prepared statement name");
    if (cursor.accept(Sign.OPEN)) {
      parsing.expressions.list();
      cursor.close();
    }
    run(name, first);
    return Parsed.of(CommandTag.EXECUTE);
  }

  /// What `EXECUTE` runs, here or as the query of `CREATE TABLE AS`.
  void run(String name, int first) {
    var effects = prepared.get(name);
    if (effects == null) {
      parsing.add(
          new Effect.Opaque(
              "EXECUTE runs the prepared statement "
                  + name
                  + ", which this script does not prepare",
              cursor.spanFrom(first)));
    } else if (outdated.contains(name)) {
      effects.forEach(parsing::add);
    }
  }

  Parsed deallocate() {
    cursor.expect(DEALLOCATE);
    cursor.accept(PREPARE);
    if (cursor.accept(ALL)) {
      return Parsed.of(CommandTag.DEALLOCATE_ALL);
    }
    cursor.name("the prepared statement name");
    return Parsed.of(CommandTag.DEALLOCATE);
  }

  // Cursors

  Parsed declare() {
    cursor.expect(DECLARE);
    var name = cursor.name("the cursor name");
    while (cursor.atAny(BINARY, ASENSITIVE, INSENSITIVE, SCROLL, NO)) {
      if (cursor.accept(NO)) {
        cursor.expect(SCROLL);
      } else {
        cursor.advance();
      }
    }
    cursor.expect(CURSOR);
    if (cursor.accept(WITH) || cursor.accept(WITHOUT)) {
      cursor.expect(HOLD);
    }
    cursor.expect(FOR);
    if (!parsing.queries.atQuery()) {
      throw cursor.unexpected("a query");
    }
    var effects = parsing.effectsOf(statements::statement);
    effects.forEach(parsing::add);
    declared.put(name, effects);
    outdatedCursors.remove(name);
    return Parsed.of(CommandTag.DECLARE_CURSOR);
  }

  Parsed fetch() {
    var command = cursor.at(FETCH) ? CommandTag.FETCH : CommandTag.MOVE;
    cursor.advance();
    direction();
    if (!cursor.accept(FROM)) {
      cursor.accept(IN);
    }
    var name = cursor.name("a cursor name");
    if (outdatedCursors.contains(name)) {
      declared.getOrDefault(name, List.of()).forEach(parsing::add);
    }
    return Parsed.of(command);
  }

  private void direction() {
    if (isCursorName()) {
      return;
    }
    if (cursor.accept(ABSOLUTE) || cursor.accept(RELATIVE)) {
      cursor.signedInteger("a number of rows");
    } else if (cursor.accept(FORWARD) || cursor.accept(BACKWARD)) {
      count();
    } else if (!cursor.accept(NEXT)
        && !cursor.accept(PRIOR)
        && !cursor.accept(FIRST)
        && !cursor.accept(LAST)) {
      count();
    }
  }

  /// `FETCH first` fetches from a cursor of that name.
  private boolean isCursorName() {
    return cursor.atColumnName()
        && switch (cursor.signAfter(1)) {
          case SEMICOLON, END, META -> true;
          default -> false;
        };
  }

  private void count() {
    if (cursor.accept(ALL)) {
      return;
    }
    if (cursor.at(Sign.INTEGER) || cursor.at(Sign.PLUS) || cursor.at(Sign.MINUS)) {
      cursor.signedInteger("a number of rows");
    }
  }

  Parsed close() {
    cursor.expect(CLOSE);
    if (cursor.accept(ALL)) {
      return Parsed.of(CommandTag.CLOSE_CURSOR_ALL);
    }
    cursor.name("a cursor name");
    return Parsed.of(CommandTag.CLOSE_CURSOR);
  }
}
