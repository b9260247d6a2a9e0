package dev.deed.sql.parse;

import dev.deed.sql.Identifier;
import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.SessionEffect.EntersSchema;
import dev.deed.sql.effect.SessionEffect.LeavesSchema;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// `CREATE SCHEMA` with the statements inside it, `ALTER SCHEMA`.
final class SchemaStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final StatementParser statements;
  private final ObjectChanges changes;

  SchemaStatements(ParserState parsing, StatementParser statements) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.statements = statements;
    this.changes = new ObjectChanges(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.SCHEMA);
    var ifNotExists = cursor.acceptIfNotExists();
    var name = cursor.at(Keyword.AUTHORIZATION) ? "" : cursor.name("a schema name");
    var definition = "";
    if (cursor.accept(Keyword.AUTHORIZATION)) {
      var owner = changes.role();
      name = name.isEmpty() ? owner : name;
      definition = "authorization " + Identifier.quoted(owner);
    }
    var schema = ObjectName.of(ObjectKind.SCHEMA, name);
    var span = cursor.spanFrom(first);
    parsing.add(new Creates(schema, false, ifNotExists, definition, List.of(), span));
    if (!ifNotExists) {
      elements(name);
    }
    return Parsed.of(CommandTag.CREATE_SCHEMA);
  }

  /// `CREATE TABLE ...`, `CREATE VIEW ...`, `GRANT ...`, in sequence without semicolons.
  private void elements(String schema) {
    if (cursor.atEnd()) {
      return;
    }
    parsing.add(new EntersSchema(schema, cursor.span()));
    while (!cursor.atEnd()) {
      element();
    }
    parsing.add(new LeavesSchema(cursor.span()));
  }

  private void element() {
    if (!cursor.atAny(Keyword.CREATE, Keyword.GRANT)) {
      throw cursor.unexpected("CREATE, GRANT or the end of the statement");
    }
    if (cursor.at(Keyword.CREATE) && isOutsideSchemas()) {
      cursor.advance();
      throw cursor.unexpected("an object that belongs in a schema");
    }
    statements.statement();
  }

  private boolean isOutsideSchemas() {
    return switch (cursor.keywordAfter(1)) {
      case SCHEMA,
          EXTENSION,
          ROLE,
          USER,
          GROUP,
          DATABASE,
          TABLESPACE,
          PUBLICATION,
          SUBSCRIPTION,
          SERVER,
          EVENT,
          ACCESS,
          LANGUAGE,
          PROCEDURAL,
          TRUSTED,
          CAST,
          TRANSFORM,
          POLICY,
          RULE,
          STATISTICS,
          MATERIALIZED ->
          true;
      case null, default -> false;
    };
  }

  Parsed alter() {
    cursor.expect(Keyword.ALTER, Keyword.SCHEMA);
    var nameAt = cursor.position();
    var schema = ObjectName.of(ObjectKind.SCHEMA, cursor.name("a schema name"));
    if (!changes.acceptRenameOrOwner(schema, nameAt)) {
      throw cursor.unexpected("RENAME TO or OWNER TO");
    }
    return Parsed.of(CommandTag.ALTER_SCHEMA);
  }
}
