package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.FoldedName;
import dev.deed.sql.lex.Sign;
import java.util.Set;
import java.util.TreeSet;

/// `SUPERUSER`, `PASSWORD '...'`, `IN ROLE a, b`: the options of `CREATE ROLE` and `ALTER ROLE`.
/// Passwords are left out.
final class RoleOptions {

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "superuser",
          "nosuperuser",
          "createdb",
          "nocreatedb",
          "createrole",
          "nocreaterole",
          "noinherit",
          "login",
          "nologin",
          "replication",
          "noreplication",
          "bypassrls",
          "nobypassrls");

  private final Cursor cursor;
  private final ObjectChanges changes;

  RoleOptions(ParserState parsing) {
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
  }

  /// @param login `CREATE USER`: the role may log in unless the options say otherwise
  String creating(boolean login) {
    var found = new TreeSet<String>();
    var more = true;
    while (more) {
      more = acceptOption(found) || acceptCreating(found);
    }
    if (login && !found.contains("nologin")) {
      found.add("login");
    }
    return String.join(" ", found);
  }

  String altering() {
    var found = new TreeSet<String>();
    var more = true;
    while (more) {
      more = acceptOption(found);
    }
    return String.join(" ", found);
  }

  private boolean acceptOption(Set<String> found) {
    var first = cursor.position();
    if (atAttribute()) {
      found.add(cursor.takeName());
      return true;
    }
    var keyword = cursor.keyword();
    switch (keyword) {
      case INHERIT -> cursor.advance();
      case PASSWORD, ENCRYPTED -> {
        password();
        found.add("password");
        return true;
      }
      case CONNECTION -> connectionLimit();
      case VALID -> validUntil();
      case USER -> {
        cursor.advance();
        changes.roles();
      }
      case null, default -> {
        return false;
      }
    }
    found.add(cursor.canonicalFrom(first));
    return true;
  }

  private boolean atAttribute() {
    return cursor.at(Sign.WORD)
        && cursor.keyword() == null
        && ATTRIBUTES.contains(FoldedName.folded(cursor.tokens(), cursor.position()));
  }

  private void password() {
    var encrypted = cursor.accept(Keyword.ENCRYPTED);
    cursor.expect(Keyword.PASSWORD);
    if (encrypted || !cursor.accept(Keyword.NULL)) {
      cursor.string("a password in quotes or NULL");
    }
  }

  private void connectionLimit() {
    cursor.expect(Keyword.CONNECTION, Keyword.LIMIT);
    cursor.signedInteger("a number of connections");
  }

  private void validUntil() {
    cursor.expect(Keyword.VALID, Keyword.UNTIL);
    cursor.string("a time in quotes");
  }

  private boolean acceptCreating(Set<String> found) {
    var first = cursor.position();
    var keyword = cursor.keyword();
    switch (keyword) {
      case SYSID -> {
        cursor.advance();
        cursor.signedInteger("a number");
      }
      case ADMIN, ROLE -> {
        cursor.advance();
        changes.roles();
      }
      case IN -> inRoles();
      case null, default -> {
        return false;
      }
    }
    found.add(cursor.canonicalFrom(first));
    return true;
  }

  /// `IN ROLE a, b`, `IN GROUP a, b`
  private void inRoles() {
    cursor.advance();
    if (!cursor.accept(Keyword.ROLE) && !cursor.accept(Keyword.GROUP)) {
      throw cursor.unexpected("ROLE");
    }
    changes.roles();
  }
}
