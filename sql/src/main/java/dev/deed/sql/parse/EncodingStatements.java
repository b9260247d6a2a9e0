package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// Collations and conversions.
final class EncodingStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final DefinitionOptions options;

  EncodingStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.options = new DefinitionOptions(parsing);
  }

  /// `CREATE COLLATION [IF NOT EXISTS] name { ( options ) | FROM existing }`
  Parsed createCollation() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.COLLATION);
    var ifNotExists = cursor.acceptIfNotExists();
    var collation = collation();
    var definition = new Definition();
    if (cursor.accept(Keyword.FROM)) {
      definition.add("from " + cursor.qualifiedName("a collation name").quoted());
    } else {
      var given = options.expect();
      if (given.containsKey("rules")) {
        parsing.newer(16, "the option rules of a collation", first);
      }
      if (given.getOrDefault("provider", "").replace("'", "").equals("builtin")) {
        parsing.newer(17, "the provider builtin of a collation", first);
      }
      definition.addOptions("", given);
    }
    parsing.add(
        new Creates(
            collation, false, ifNotExists, definition.text(), List.of(), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_COLLATION);
  }

  private ObjectName collation() {
    return ObjectName.of(ObjectKind.COLLATION, cursor.qualifiedName("a collation name"));
  }

  Parsed alterCollation() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.COLLATION);
    var nameAt = cursor.position();
    var collation = collation();
    if (cursor.accept(Keyword.REFRESH)) {
      cursor.expect(Keyword.VERSION);
      parsing.add(new Alters(collation, "refresh version", List.of(), cursor.spanFrom(first)));
    } else if (!changes.acceptRenameOwnerOrSchema(collation, nameAt)) {
      throw cursor.unexpected("REFRESH VERSION, RENAME TO, OWNER TO or SET SCHEMA");
    }
    return Parsed.of(CommandTag.ALTER_COLLATION);
  }

  /// `CREATE [DEFAULT] CONVERSION name FOR 'source' TO 'target' FROM function`
  Parsed createConversion() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE);
    var byDefault = cursor.accept(Keyword.DEFAULT);
    cursor.expect(Keyword.CONVERSION);
    var conversion = conversion();
    var definition = new Definition().add(byDefault ? "default" : "");
    cursor.expect(Keyword.FOR);
    definition.add("for " + Literal.quoted(cursor.string("an encoding in quotes")));
    cursor.expect(Keyword.TO);
    definition.add("to " + Literal.quoted(cursor.string("an encoding in quotes")));
    cursor.expect(Keyword.FROM);
    var function = function();
    definition.add("from " + function.object().text());
    parsing.add(
        new Creates(
            conversion,
            false,
            false,
            definition.text(),
            List.of(function),
            cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_CONVERSION);
  }

  private ObjectAccess function() {
    var place = cursor.position();
    var name = cursor.qualifiedName("a function name");
    return ObjectAccess.of(
        ObjectName.of(ObjectKind.FUNCTION, name), Access.REFERENCES, null, cursor.spanFrom(place));
  }

  private ObjectName conversion() {
    return ObjectName.of(ObjectKind.CONVERSION, cursor.qualifiedName("a conversion name"));
  }

  Parsed alterConversion() {
    cursor.expect(Keyword.ALTER, Keyword.CONVERSION);
    var nameAt = cursor.position();
    if (!changes.acceptRenameOwnerOrSchema(conversion(), nameAt)) {
      throw cursor.unexpected("RENAME TO, OWNER TO or SET SCHEMA");
    }
    return Parsed.of(CommandTag.ALTER_CONVERSION);
  }
}
