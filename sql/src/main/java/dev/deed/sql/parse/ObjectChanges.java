package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.CURRENT_ROLE;
import static dev.deed.sql.Keyword.CURRENT_USER;
import static dev.deed.sql.Keyword.DEPENDS;
import static dev.deed.sql.Keyword.EXTENSION;
import static dev.deed.sql.Keyword.NO;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.OWNER;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.SCHEMA;
import static dev.deed.sql.Keyword.SESSION_USER;
import static dev.deed.sql.Keyword.SET;
import static dev.deed.sql.Keyword.TO;

import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;

/// `RENAME TO`, `OWNER TO`, `SET SCHEMA` and `DEPENDS ON EXTENSION`, which nearly every kind of
/// object supports.
final class ObjectChanges {

  private final ParserState parsing;
  private final Cursor cursor;

  ObjectChanges(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  /// Takes one of these actions on `object`, if there is one.
  boolean accept(ObjectName object, boolean ifExists, Span span) {
    if (cursor.accept(RENAME, TO)) {
      var newName = cursor.name("the new name");
      parsing.add(new ObjectEffect.Renames(object, newName, ifExists, span));
      return true;
    }
    if (cursor.accept(OWNER, TO)) {
      parsing.add(new ObjectEffect.ChangesOwner(object, role(), span));
      return true;
    }
    if (cursor.accept(SET, SCHEMA)) {
      var newSchema = cursor.name("a schema name");
      parsing.add(new ObjectEffect.MovesToSchema(object, newSchema, ifExists, span));
      return true;
    }
    return acceptDependsOnExtension(object, span);
  }

  /// Takes `RENAME TO` or `OWNER TO`, for objects without a schema.
  ///
  /// @param nameAt first token of the object's name, which ends here
  boolean acceptRenameOrOwner(ObjectName object, int nameAt) {
    var span = cursor.spanFrom(nameAt);
    if (cursor.accept(RENAME, TO)) {
      var newName = cursor.name("the new name");
      parsing.add(new ObjectEffect.Renames(object, newName, false, span));
      return true;
    }
    if (cursor.accept(OWNER, TO)) {
      parsing.add(new ObjectEffect.ChangesOwner(object, role(), span));
      return true;
    }
    return false;
  }

  /// Takes `RENAME TO`, `OWNER TO` or `SET SCHEMA`, for objects in a schema.
  ///
  /// @param nameAt first token of the object's name, which ends here
  boolean acceptRenameOwnerOrSchema(ObjectName object, int nameAt) {
    var span = cursor.spanFrom(nameAt);
    if (cursor.accept(SET, SCHEMA)) {
      var newSchema = cursor.name("a schema name");
      parsing.add(new ObjectEffect.MovesToSchema(object, newSchema, false, span));
      return true;
    }
    return acceptRenameOrOwner(object, nameAt);
  }

  private boolean acceptDependsOnExtension(ObjectName object, Span span) {
    var no = cursor.at(NO, DEPENDS);
    if (!no && !cursor.at(DEPENDS)) {
      return false;
    }
    cursor.accept(NO);
    cursor.expect(DEPENDS);
    cursor.expect(ON, EXTENSION);
    var extension = cursor.name("an extension name");
    parsing.add(new ObjectEffect.DependsOnExtension(object, extension, no, span));
    return true;
  }

  /// The name of a new role: not `CURRENT_USER` and not `public`.
  String newRole() {
    var nameAt = cursor.position();
    if (cursor.atAny(CURRENT_USER, CURRENT_ROLE, SESSION_USER)) {
      throw cursor.unexpected("a role's own name");
    }
    var name = role();
    if (name.equals("public")) {
      cursor.moveTo(nameAt);
      throw cursor.error("role name \"public\" is reserved");
    }
    return name;
  }

  /// `role, role, ...`
  List<String> roles() {
    var roles = new ArrayList<String>();
    do {
      roles.add(role());
    } while (cursor.accept(Sign.COMMA));
    return roles;
  }

  /// A role's name, including `CURRENT_USER` and similar words. `none` is reserved.
  String role() {
    if (cursor.atAny(CURRENT_USER, CURRENT_ROLE, SESSION_USER)) {
      return cursor.takeName();
    }
    var nameAt = cursor.position();
    var name = cursor.nonReservedName("a role name");
    if (name.equals("none")) {
      cursor.moveTo(nameAt);
      throw cursor.error("role name \"none\" is reserved");
    }
    return name;
  }
}
