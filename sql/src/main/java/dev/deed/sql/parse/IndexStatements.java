package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.CONCURRENTLY;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.INCLUDE;
import static dev.deed.sql.Keyword.INDEX;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.TABLESPACE;
import static dev.deed.sql.Keyword.UNIQUE;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.WHERE;

import dev.deed.sql.effect.CreatesIndexDraft;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// `CREATE INDEX`.
final class IndexStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Options options;
  private final Constraints constraints;
  private final IndexElements elements;

  IndexStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.options = new Options(parsing);
    this.constraints = new Constraints(parsing);
    this.elements = new IndexElements(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    var place = parsing.effectCount();
    cursor.expect(CREATE);
    var unique = cursor.accept(UNIQUE);
    cursor.expect(INDEX);
    var concurrently = cursor.accept(CONCURRENTLY);
    var ifNotExists = cursor.acceptIfNotExists();
    var name = ifNotExists || !cursor.at(ON) ? cursor.name("the index name") : null;
    cursor.expect(ON);
    var table = RelationName.read(cursor, "a table name");
    var method = cursor.accept(USING) ? cursor.name("an index method") : "btree";
    var keys = elements.inParentheses();
    List<String> include = cursor.accept(INCLUDE) ? included() : List.of();
    var nullsNotDistinct = constraints.acceptNullsNotDistinct();
    var storage = options.acceptWith();
    var tablespace = cursor.accept(TABLESPACE) ? cursor.name("a tablespace name") : null;
    var where = cursor.accept(WHERE) ? parsing.expressionText() : null;
    parsing.addAt(
        place,
        new CreatesIndexDraft(table.name(), table.span(), method, cursor.spanFrom(first))
            .name(name)
            .only(table.only())
            .unique(unique)
            .concurrently(concurrently)
            .ifNotExists(ifNotExists)
            .elements(keys)
            .include(include)
            .nullsNotDistinct(nullsNotDistinct)
            .options(storage)
            .tablespace(tablespace)
            .where(where)
            .effect());
    return new Parsed(CommandTag.CREATE_INDEX, concurrently);
  }

  /// Uses the grammar of keys, although PostgreSQL accepts only columns.
  private List<String> included() {
    return elements.inParentheses().stream().map(IndexStatements::columnOrText).toList();
  }

  private static String columnOrText(IndexElement element) {
    var column = element.column();
    return column == null ? element.expression().canonical() : column;
  }
}
