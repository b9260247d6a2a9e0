package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.*;

import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.RowsEffect.LocksTable;
import dev.deed.sql.effect.RowsEffect.TruncatesTable;
import dev.deed.sql.effect.TableDefinition;
import dev.deed.sql.effect.TableDefinitionDraft;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import dev.deed.sql.expression.Query;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// `SELECT`, `INSERT`, `UPDATE`, `DELETE`, `MERGE`, `COPY`, `TRUNCATE`, `LOCK`.
final class RowStatements {

  private final ParserState parsing;
  private final Cursor cursor;

  RowStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// A query, or `WITH` and the statement after it.
  Parsed query() {
    if (!cursor.at(WITH)) {
      return selection();
    }
    var first = cursor.position();
    var place = parsing.effectCount();
    var commonTables = parsing.queries.commonTables();
    var scope = commonTables.scope();
    try {
      parsing.keepingTexts(
          false,
          () -> {
            commonTables.with();
            return scope;
          });
      return switch (cursor.keyword()) {
        case INSERT -> insert();
        case UPDATE -> update();
        case DELETE -> delete();
        case MERGE -> merge();
        case null, default -> selectionFrom(first, place);
      };
    } finally {
      commonTables.leave(scope);
    }
  }

  Parsed insert() {
    return write(CommandTag.INSERT);
  }

  Parsed update() {
    return write(CommandTag.UPDATE);
  }

  Parsed delete() {
    return write(CommandTag.DELETE);
  }

  Parsed merge() {
    return write(CommandTag.MERGE);
  }

  Parsed copy() {
    return parsing.keepingTexts(false, new CopyStatement(parsing)::copy);
  }

  private Parsed write(CommandTag command) {
    parsing.keepingTexts(false, parsing.writes::accept);
    return Parsed.of(command);
  }

  private Parsed selection() {
    return selectionFrom(cursor.position(), parsing.effectCount());
  }

  private Parsed selectionFrom(int first, int place) {
    parsing.queries.takeInto();
    var selection = parsing.keepingTexts(false, parsing.queries::selection);
    var into = parsing.queries.takeInto();
    if (into == null) {
      return Parsed.of(CommandTag.SELECT);
    }
    parsing.forget(into.effect());
    var query =
        new Query(
            cursor.spanFrom(first), selection.columns, null, cursor.canonicalFrom(first), null);
    parsing.addAt(
        place,
        new CreatesTable(
            ObjectKind.TABLE, into.table(), definition(into, query), false, into.span()));
    return Parsed.of(CommandTag.SELECT_INTO);
  }

  private static TableDefinition definition(Queries.Into into, Query query) {
    return new TableDefinitionDraft(into.persistence()).as(query).definition();
  }

  Parsed truncate() {
    cursor.expect(TRUNCATE);
    cursor.accept(TABLE);
    var tables = relations();
    var restart = cursor.accept(RESTART);
    if (restart || cursor.accept(CONTINUE)) {
      cursor.expect(IDENTITY);
    }
    var cascade = cursor.acceptCascade();
    for (var table : tables) {
      parsing.add(new TruncatesTable(table.name(), table.only(), cascade, restart, table.span()));
    }
    return Parsed.of(CommandTag.TRUNCATE_TABLE);
  }

  Parsed lock() {
    cursor.expect(LOCK);
    cursor.accept(TABLE);
    var tables = relations();
    var mode = LockMode.ACCESS_EXCLUSIVE;
    if (cursor.accept(IN)) {
      mode = lockMode();
      cursor.expect(MODE);
    }
    var nowait = cursor.accept(NOWAIT);
    for (var table : tables) {
      parsing.add(new LocksTable(table.name(), mode, table.only(), nowait, table.span()));
    }
    return Parsed.of(CommandTag.LOCK_TABLE);
  }

  private List<RelationName> relations() {
    var relations = new ArrayList<RelationName>();
    do {
      relations.add(RelationName.read(cursor, "a table name"));
    } while (cursor.accept(Sign.COMMA));
    return relations;
  }

  private LockMode lockMode() {
    if (cursor.accept(ACCESS)) {
      if (cursor.accept(SHARE)) {
        return LockMode.ACCESS_SHARE;
      }
      cursor.expect(EXCLUSIVE);
      return LockMode.ACCESS_EXCLUSIVE;
    }
    if (cursor.accept(ROW)) {
      if (cursor.accept(SHARE)) {
        return LockMode.ROW_SHARE;
      }
      cursor.expect(EXCLUSIVE);
      return LockMode.ROW_EXCLUSIVE;
    }
    if (cursor.accept(EXCLUSIVE)) {
      return LockMode.EXCLUSIVE;
    }
    cursor.expect(SHARE);
    if (cursor.accept(UPDATE)) {
      cursor.expect(EXCLUSIVE);
      return LockMode.SHARE_UPDATE_EXCLUSIVE;
    }
    if (cursor.accept(ROW)) {
      cursor.expect(EXCLUSIVE);
      return LockMode.SHARE_ROW_EXCLUSIVE;
    }
    return LockMode.SHARE;
  }
}
