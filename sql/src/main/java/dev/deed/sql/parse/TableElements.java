package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALL;
import static dev.deed.sql.Keyword.COMMENTS;
import static dev.deed.sql.Keyword.COMPRESSION;
import static dev.deed.sql.Keyword.CONSTRAINTS;
import static dev.deed.sql.Keyword.DEFAULTS;
import static dev.deed.sql.Keyword.EXCLUDING;
import static dev.deed.sql.Keyword.GENERATED;
import static dev.deed.sql.Keyword.IDENTITY;
import static dev.deed.sql.Keyword.INCLUDING;
import static dev.deed.sql.Keyword.INDEXES;
import static dev.deed.sql.Keyword.LIKE;
import static dev.deed.sql.Keyword.STATISTICS;
import static dev.deed.sql.Keyword.STORAGE;

import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.TableDefinition.Like;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The elements in the parentheses of `CREATE TABLE`: columns, constraints and `LIKE`.
final class TableElements {

  private final Cursor cursor;
  private final Constraints constraintParser;
  private final ColumnDefinitions columnDefinitions;

  final List<Column> columns = new ArrayList<>();
  final List<Constraint> constraints = new ArrayList<>();
  final List<Like> likes = new ArrayList<>();

  TableElements(ParserState parsing) {
    this.cursor = parsing.cursor;
    this.constraintParser = new Constraints(parsing);
    this.columnDefinitions = new ColumnDefinitions(parsing, constraintParser);
  }

  /// `( [element, ...] )`
  void read() {
    cursor.open();
    if (cursor.accept(Sign.CLOSE)) {
      return;
    }
    do {
      if (cursor.accept(LIKE)) {
        likes.add(like());
      } else if (constraintParser.atConstraint()) {
        constraints.add(constraintParser.tableConstraint());
      } else {
        add(columnDefinitions.column());
      }
    } while (cursor.accept(Sign.COMMA));
    end();
  }

  /// The list of a typed table or a partition, if present: columns have no types.
  void acceptTyped() {
    if (!cursor.accept(Sign.OPEN)) {
      return;
    }
    do {
      if (constraintParser.atConstraint()) {
        constraints.add(constraintParser.tableConstraint());
      } else {
        add(columnDefinitions.columnOfType());
      }
    } while (cursor.accept(Sign.COMMA));
    end();
  }

  private void end() {
    if (!cursor.accept(Sign.CLOSE)) {
      throw cursor.unexpected("a comma, \")\" or more of the column or constraint before it");
    }
  }

  /// `( name, ... )` of `CREATE TABLE AS`: column names only.
  boolean atNamesOnly() {
    var afterName = cursor.signAfter(2);
    return cursor.at(Sign.OPEN) && (afterName == Sign.COMMA || afterName == Sign.CLOSE);
  }

  private void add(ColumnDefinitions.Defined defined) {
    columns.add(defined.column());
    constraints.addAll(defined.constraints());
  }

  private Like like() {
    var first = cursor.position();
    var source = cursor.qualifiedName("a table name");
    var span = cursor.spanFrom(first);
    var including = new LinkedHashSet<String>();
    var excluding = new LinkedHashSet<String>();
    while (cursor.atAny(INCLUDING, EXCLUDING)) {
      var includes = cursor.at(INCLUDING);
      cursor.advance();
      choose(likeOption(), includes ? including : excluding, includes ? excluding : including);
    }
    return new Like(source, including, excluding, span);
  }

  /// The later choice counts, and `all` overrides all choices before it.
  private static void choose(String what, Set<String> chosen, Set<String> opposite) {
    if (what.equals("all")) {
      chosen.clear();
      opposite.clear();
    }
    opposite.remove(what);
    chosen.add(what);
  }

  private String likeOption() {
    if (!cursor.atAny(
        COMMENTS,
        COMPRESSION,
        CONSTRAINTS,
        DEFAULTS,
        IDENTITY,
        GENERATED,
        INDEXES,
        STATISTICS,
        STORAGE,
        ALL)) {
      throw cursor.unexpected("what to copy: ALL, DEFAULTS, CONSTRAINTS, INDEXES or the like");
    }
    return cursor.takeName();
  }
}
