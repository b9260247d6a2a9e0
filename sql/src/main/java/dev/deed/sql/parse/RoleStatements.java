package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectEffect.Renames;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;
import java.util.List;

/// `CREATE` and `ALTER ROLE | USER | GROUP`.
final class RoleStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final RoleOptions options;
  private final Settings settings;

  RoleStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.options = new RoleOptions(parsing);
    this.settings = new Settings(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.advance();
    var login = cursor.at(Keyword.USER);
    cursor.advance();
    var role = ObjectName.of(ObjectKind.ROLE, changes.newRole());
    cursor.accept(Keyword.WITH);
    var definition = options.creating(login);
    parsing.add(new Creates(role, false, false, definition, List.of(), cursor.spanFrom(first)));
    return Parsed.of(CommandTag.CREATE_ROLE);
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.advance();
    var group = cursor.at(Keyword.GROUP);
    cursor.advance();
    if (cursor.accept(Keyword.ALL)) {
      change("all", setting(), first);
      return Parsed.of(CommandTag.ALTER_ROLE);
    }
    if (cursor.keywordAfter(1) == Keyword.RENAME) {
      rename();
      return Parsed.of(CommandTag.ALTER_ROLE);
    }
    var role = changes.role();
    if (group && cursor.atAny(Keyword.ADD, Keyword.DROP)) {
      change(role, members(), first);
    } else if (!group && cursor.atAny(Keyword.IN, Keyword.SET, Keyword.RESET)) {
      change(role, setting(), first);
    } else {
      cursor.accept(Keyword.WITH);
      change(role, options.altering(), first);
    }
    return Parsed.of(CommandTag.ALTER_ROLE);
  }

  private void rename() {
    var span = cursor.span();
    var role = ObjectName.of(ObjectKind.ROLE, changes.newRole());
    cursor.expect(Keyword.RENAME, Keyword.TO);
    parsing.add(new Renames(role, changes.newRole(), false, span));
  }

  private void change(String role, String change, int first) {
    var object = ObjectName.of(ObjectKind.ROLE, role);
    parsing.add(new Alters(object, change, List.of(), cursor.spanFrom(first)));
  }

  /// `ADD USER a, b`, `DROP USER a, b`
  private String members() {
    var first = cursor.position();
    cursor.advance();
    cursor.expect(Keyword.USER);
    changes.roles();
    return cursor.canonicalFrom(first);
  }

  /// `[IN DATABASE d] SET ...` or `RESET ...`
  private String setting() {
    var first = cursor.position();
    if (cursor.accept(Keyword.IN)) {
      cursor.expect(Keyword.DATABASE);
      cursor.name("a database name");
    }
    settings.preset(first);
    return cursor.canonicalFrom(first);
  }
}
