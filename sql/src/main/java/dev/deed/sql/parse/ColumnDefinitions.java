package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.COMPRESSION;
import static dev.deed.sql.Keyword.DEFAULT;
import static dev.deed.sql.Keyword.OPTIONS;
import static dev.deed.sql.Keyword.STORAGE;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Column;
import dev.deed.sql.effect.ColumnDefinitionDraft;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.lex.Cursor;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Columns as `CREATE TABLE` and `ADD COLUMN` define them.
final class ColumnDefinitions {

  private final ParserState parsing;
  private final Cursor cursor;
  private final Constraints constraints;
  private final Options options;

  ColumnDefinitions(ParserState parsing, Constraints constraints) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.constraints = constraints;
    this.options = new Options(parsing);
  }

  /// A column and the constraints written with it.
  record Defined(Column column, List<Constraint> constraints) {}

  /// `name type ...`
  Defined column() {
    var first = cursor.position();
    var name = cursor.name("a column name");
    var type = parsing.types.storedType();
    if (cursor.at(STORAGE)) {
      parsing.newer(16, "STORAGE in the definition of a column", cursor.position());
    }
    var storage = acceptWord(STORAGE);
    var compression = acceptWord(COMPRESSION);
    var foreign = options.acceptForeign();
    return defined(new Head(first, name, type, storage, compression, foreign));
  }

  /// `name [WITH OPTIONS] ...`, for a type that is defined elsewhere.
  Defined columnOfType() {
    var first = cursor.position();
    var name = cursor.name("a column name");
    if (cursor.accept(WITH)) {
      cursor.expect(OPTIONS);
    }
    return defined(new Head(first, name, null, null, null, Map.of()));
  }

  private record Head(
      int first,
      String name,
      @Nullable TypeName type,
      @Nullable String storage,
      @Nullable String compression,
      Map<String, String> options) {}

  private Defined defined(Head head) {
    var qualifiers = new ColumnQualifiers(parsing, constraints, head.name).read();
    var column =
        new ColumnDefinitionDraft(head.name, head.type, cursor.spanFrom(head.first))
            .defaultValue(qualifiers.defaultValue)
            .notNull(qualifiers.notNull)
            .generated(qualifiers.generated)
            .identity(qualifiers.identity)
            .collation(qualifiers.collation)
            .storage(head.storage)
            .compression(head.compression)
            .options(head.options)
            .column();
    return new Defined(column, qualifiers.constraints());
  }

  /// `STORAGE external`, `COMPRESSION default`
  private @Nullable String acceptWord(Keyword keyword) {
    if (!cursor.accept(keyword)) {
      return null;
    }
    return cursor.at(DEFAULT) ? cursor.takeName() : cursor.name("a name or DEFAULT");
  }
}
