package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.ChangesOwner;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// Access methods and large objects.
final class StorageStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectNames names;
  private final ObjectChanges changes;

  StorageStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.names = new ObjectNames(parsing);
    this.changes = new ObjectChanges(parsing);
  }

  /// `CREATE ACCESS METHOD name TYPE { INDEX | TABLE } HANDLER function`
  Parsed createAccessMethod() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE);
    cursor.expect(Keyword.ACCESS, Keyword.METHOD);
    var method = names.name(ObjectKind.ACCESS_METHOD);
    cursor.expect(Keyword.TYPE);
    if (!cursor.atAny(Keyword.INDEX, Keyword.TABLE)) {
      throw cursor.unexpected("INDEX or TABLE");
    }
    var type = cursor.takeName();
    cursor.expect(Keyword.HANDLER);
    var place = cursor.position();
    var handler = ObjectName.of(ObjectKind.FUNCTION, cursor.qualifiedName("a function name"));
    var part = ObjectAccess.of(handler, Access.READS, null, cursor.spanFrom(place));
    var definition = "type " + type + " handler " + handler.text();
    parsing.add(
        new Creates(method, false, false, definition, List.of(part), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_ACCESS_METHOD);
  }

  Parsed alterLargeObject() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER);
    cursor.expect(Keyword.LARGE, Keyword.OBJECT);
    var object = names.name(ObjectKind.LARGE_OBJECT);
    cursor.expect(Keyword.OWNER, Keyword.TO);
    var owner = changes.role();
    parsing.add(new ChangesOwner(object, owner, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.ALTER_LARGE_OBJECT);
  }
}
