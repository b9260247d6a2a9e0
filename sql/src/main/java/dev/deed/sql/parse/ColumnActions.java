package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ADD;
import static dev.deed.sql.Keyword.ALWAYS;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.BY;
import static dev.deed.sql.Keyword.COLUMN;
import static dev.deed.sql.Keyword.COMPRESSION;
import static dev.deed.sql.Keyword.DATA;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.DROP;
import static dev.deed.sql.Keyword.EXPRESSION;
import static dev.deed.sql.Keyword.GENERATED;
import static dev.deed.sql.Keyword.IDENTITY;
import static dev.deed.sql.Keyword.NOT;
import static dev.deed.sql.Keyword.NULL;
import static dev.deed.sql.Keyword.OPTIONS;
import static dev.deed.sql.Keyword.OWNED;
import static dev.deed.sql.Keyword.RESET;
import static dev.deed.sql.Keyword.RESTART;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.STATISTICS;
import static dev.deed.sql.Keyword.STORAGE;
import static dev.deed.sql.Keyword.TYPE;
import static dev.deed.sql.Keyword.USING;

import dev.deed.sql.Span;
import dev.deed.sql.effect.AlterTarget;
import dev.deed.sql.effect.TableEffect;
import dev.deed.sql.effect.TableEffect.ColumnChange;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.Map;

/// `ALTER TABLE ... ALTER [COLUMN] name ...`.
final class ColumnActions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Constraints constraints;
  private final IndexElements indexElements;
  private final Options options;
  private final SequenceOptionsParser sequenceOptions;

  ColumnActions(ParserState parsing, Constraints constraints) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.constraints = constraints;
    this.indexElements = new IndexElements(parsing);
    this.options = new Options(parsing);
    this.sequenceOptions = new SequenceOptionsParser(parsing);
  }

  /// Reads what follows `ALTER`, which is the token `first`.
  void read(AlterTarget target, int first) {
    cursor.accept(COLUMN);
    var byNumber = cursor.at(Sign.INTEGER);
    var column = byNumber ? cursor.signedInteger("a column") : cursor.name("a column name");
    var change = new Change(target, column, first);
    if (byNumber || cursor.at(SET, STATISTICS)) {
      cursor.expect(SET, STATISTICS);
      statistics(change);
    } else if (cursor.accept(TYPE) || cursor.accept(SET, DATA, TYPE)) {
      type(change);
    } else if (cursor.at(SET)) {
      set(change);
    } else if (cursor.accept(DROP)) {
      drop(change);
    } else if (cursor.accept(RESET)) {
      change.add(ColumnChange.RESET_OPTIONS, options.storage());
    } else if (cursor.accept(ADD)) {
      addIdentity(change);
    } else if (cursor.at(RESTART)) {
      identity(change);
    } else if (cursor.at(OPTIONS)) {
      change.add(ColumnChange.FOREIGN_OPTIONS, options.foreignChanges());
    } else {
      throw cursor.unexpected("what to change of the column: TYPE, SET, DROP, ADD, RESET");
    }
  }

  private void set(Change change) {
    if (cursor.accept(SET, DEFAULT)) {
      change.addDefault();
    } else if (cursor.accept(SET, NOT)) {
      cursor.expect(NULL);
      parsing.add(new TableEffect.SetsNotNull(change.target, change.column, change.span()));
    } else if (cursor.accept(SET, EXPRESSION)) {
      cursor.expect(AS);
      var valueAt = cursor.position();
      constraints.condition();
      change.add(ColumnChange.SET_EXPRESSION, cursor.canonicalFrom(valueAt));
    } else if (cursor.accept(SET, STORAGE)) {
      if (cursor.at(DEFAULT)) {
        parsing.newer(16, "SET STORAGE DEFAULT", cursor.position());
      }
      change.add(ColumnChange.SET_STORAGE, nameOrDefault());
    } else if (cursor.accept(SET, COMPRESSION)) {
      change.add(ColumnChange.SET_COMPRESSION, nameOrDefault());
    } else if (cursor.signAfter(1) == Sign.OPEN) {
      cursor.expect(SET);
      change.add(ColumnChange.SET_OPTIONS, options.storage());
    } else {
      identity(change);
    }
  }

  private void drop(Change change) {
    if (cursor.accept(DEFAULT)) {
      parsing.add(new TableEffect.SetsDefault(change.target, change.column, null, change.span()));
    } else if (cursor.accept(NOT)) {
      cursor.expect(NULL);
      parsing.add(new TableEffect.DropsNotNull(change.target, change.column, change.span()));
    } else if (cursor.accept(EXPRESSION)) {
      change.add(ColumnChange.DROP_EXPRESSION, ifExists());
    } else if (cursor.accept(IDENTITY)) {
      change.add(ColumnChange.DROP_IDENTITY, ifExists());
    } else {
      throw cursor.unexpected("DEFAULT, NOT NULL, EXPRESSION or IDENTITY");
    }
  }

  private String ifExists() {
    return cursor.acceptIfExists() ? "if exists" : "";
  }

  private void statistics(Change change) {
    if (cursor.at(DEFAULT)) {
      parsing.newer(17, "SET STATISTICS DEFAULT", cursor.position());
    }
    change.add(
        ColumnChange.SET_STATISTICS,
        cursor.at(DEFAULT) ? cursor.takeName() : cursor.signedInteger("a whole number or DEFAULT"));
  }

  private void type(Change change) {
    var place = parsing.effectCount();
    var type = parsing.types.storedType();
    var collation = indexElements.acceptCollation();
    var using = cursor.accept(USING) ? parsing.expressionText() : null;
    parsing.addAt(
        place,
        new TableEffect.AltersColumnType(
            change.target, change.column, type, collation, using, change.span()));
  }

  private void addIdentity(Change change) {
    var valueAt = cursor.position();
    generatedWhen();
    cursor.expect(AS, IDENTITY);
    sequenceOptions.acceptInParentheses();
    change.add(ColumnChange.ADD_IDENTITY, cursor.canonicalFrom(valueAt));
  }

  private void generatedWhen() {
    cursor.expect(GENERATED);
    if (!cursor.accept(ALWAYS)) {
      cursor.expect(BY, DEFAULT);
    }
  }

  /// `SET GENERATED ... SET INCREMENT BY 2 RESTART WITH 10 ...`
  private void identity(Change change) {
    var valueAt = cursor.position();
    while (cursor.atAny(SET, RESTART)) {
      if (cursor.at(SET) && cursor.keywordAfter(1) == GENERATED) {
        cursor.advance();
        generatedWhen();
      } else {
        identityOption(cursor.accept(SET));
      }
    }
    change.add(ColumnChange.SET_IDENTITY, cursor.canonicalFrom(valueAt));
  }

  private void identityOption(boolean set) {
    var forbidden = cursor.atAny(AS, RESTART, OWNED);
    if (set && (forbidden || !sequenceOptions.atOption())) {
      throw cursor.unexpected(
          "what to set: DATA TYPE, DEFAULT, NOT NULL, STATISTICS, STORAGE or the like");
    }
    sequenceOptions.acceptOption();
  }

  private String nameOrDefault() {
    return cursor.at(DEFAULT) ? cursor.takeName() : cursor.name("a name or DEFAULT");
  }

  /// The action being read.
  private final class Change {
    private final AlterTarget target;
    private final String column;
    private final int first;

    Change(AlterTarget target, String column, int first) {
      this.target = target;
      this.column = column;
      this.first = first;
    }

    Span span() {
      return cursor.spanFrom(first);
    }

    void add(ColumnChange change, String value) {
      parsing.add(new TableEffect.AltersColumn(target, column, change, value, Map.of(), span()));
    }

    void add(ColumnChange change, Map<String, String> options) {
      parsing.add(new TableEffect.AltersColumn(target, column, change, "", options, span()));
    }

    void addDefault() {
      var place = parsing.effectCount();
      var value = parsing.expressionText();
      parsing.addAt(place, new TableEffect.SetsDefault(target, column, value, span()));
    }
  }
}
