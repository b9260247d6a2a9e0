package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.LockMode;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.CreatesExtension;
import dev.deed.sql.effect.ObjectEffect.MovesToSchema;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Literal;
import dev.deed.sql.script.CommandTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CREATE` and `ALTER EXTENSION`.
final class ExtensionStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectKinds kinds;
  private final ObjectNames names;
  private final Settings settings;

  ExtensionStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.kinds = new ObjectKinds(cursor);
    this.names = new ObjectNames(parsing);
    this.settings = new Settings(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.EXTENSION);
    var ifNotExists = cursor.acceptIfNotExists();
    var extension = extension();
    cursor.accept(Keyword.WITH);
    String schema = null;
    String version = null;
    var cascade = false;
    while (cursor.atAny(Keyword.SCHEMA, Keyword.VERSION, Keyword.CASCADE)) {
      if (cursor.accept(Keyword.SCHEMA)) {
        schema = cursor.name("a schema name");
      } else if (cursor.accept(Keyword.VERSION)) {
        version = settings.wordOrString("a version");
      } else {
        cascade = cursor.accept(Keyword.CASCADE);
      }
    }
    parsing.add(
        new CreatesExtension(
            extension, ifNotExists, schema, version, cascade, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_EXTENSION);
  }

  private ObjectName extension() {
    return ObjectName.of(ObjectKind.EXTENSION, cursor.name("an extension name"));
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.EXTENSION);
    var span = cursor.span();
    var extension = extension();
    if (cursor.accept(Keyword.SET)) {
      cursor.expect(Keyword.SCHEMA);
      var schema = cursor.name("a schema name");
      parsing.add(new MovesToSchema(extension, schema, false, span));
    } else if (cursor.accept(Keyword.UPDATE)) {
      alter(extension, update(), null, first);
    } else {
      changeMembers(extension, first);
    }
    return Parsed.of(CommandTag.ALTER_EXTENSION);
  }

  /// `UPDATE [TO version]`
  private String update() {
    var version = "";
    while (cursor.accept(Keyword.TO)) {
      version = " to " + Literal.quoted(settings.wordOrString("a version"));
    }
    return "update" + version;
  }

  /// `ADD | DROP` and an object of any kind
  private void changeMembers(ObjectName extension, int first) {
    if (!cursor.atAny(Keyword.ADD, Keyword.DROP)) {
      throw cursor.unexpected("UPDATE, SET SCHEMA, ADD or DROP");
    }
    var verb = cursor.takeName();
    var kind = kinds.kind(verb);
    if (kind.isPartOfRelation()) {
      throw cursor.error("a " + kind.words() + " cannot be a member of an extension");
    }
    var place = cursor.position();
    var member = names.name(kind);
    var lock = kind.isRelation() ? LockMode.SHARE_UPDATE_EXCLUSIVE : null;
    var touch = ObjectAccess.of(member, Access.DEFINES, lock, cursor.spanFrom(place));
    alter(extension, verb + " " + member.words(), touch, first);
  }

  private void alter(ObjectName extension, String change, @Nullable ObjectAccess part, int first) {
    List<ObjectAccess> parts = part == null ? List.of() : List.of(part);
    parsing.add(new Alters(extension, change, parts, cursor.spanFrom(first)));
  }
}
