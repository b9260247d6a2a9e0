package dev.deed.sql.parse;

import dev.deed.sql.Identifier;
import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PrivilegeEffect.ChangesDefaultPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.ChangesMembership;
import dev.deed.sql.effect.PrivilegeEffect.ChangesPrivileges;
import dev.deed.sql.effect.PrivilegeEffect.GrantedOn;
import dev.deed.sql.effect.PrivilegeEffect.ReassignsOwned;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import java.util.ArrayList;
import java.util.List;

/// `GRANT`, `REVOKE`, `ALTER DEFAULT PRIVILEGES`, `REASSIGN OWNED`.
final class PrivilegeStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectChanges changes;
  private final PrivilegeTargets targets;

  PrivilegeStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.changes = new ObjectChanges(parsing);
    this.targets = new PrivilegeTargets(parsing);
  }

  Parsed grant() {
    var first = cursor.position();
    cursor.expect(Keyword.GRANT);
    var all = cursor.at(Keyword.ALL);
    var privileges = privileges();
    if (!all && cursor.at(Keyword.TO)) {
      return grantMembership(privileges, first);
    }
    maintain(privileges, first);
    cursor.expect(Keyword.ON);
    var target = targets.target();
    cursor.expect(Keyword.TO);
    var roles = grantees();
    var grantOption = acceptGrantOption();
    acceptGrantor();
    add(new Change(false, grantOption, false, first), privileges, target, roles);
    return Parsed.of(CommandTag.GRANT);
  }

  Parsed revoke() {
    var first = cursor.position();
    cursor.expect(Keyword.REVOKE);
    if (atOptionOfMembership()) {
      return revokeMembership(first);
    }
    var grantOption = acceptGrantOptionFor();
    var all = cursor.at(Keyword.ALL);
    var privileges = privileges();
    if (!grantOption && !all && cursor.at(Keyword.FROM)) {
      return revokeMembership(privileges, "", first);
    }
    maintain(privileges, first);
    cursor.expect(Keyword.ON);
    var target = targets.target();
    cursor.expect(Keyword.FROM);
    var roles = grantees();
    acceptGrantor();
    var cascade = cursor.acceptCascade();
    add(new Change(true, grantOption, cascade, first), privileges, target, roles);
    return Parsed.of(CommandTag.REVOKE);
  }

  private record Change(boolean revokes, boolean grantOption, boolean cascade, int first) {}

  private void add(Change change, List<String> privileges, GrantedOn target, List<String> roles) {
    parsing.add(
        new ChangesPrivileges(
            change.revokes,
            privileges,
            target,
            roles,
            change.grantOption,
            change.cascade,
            cursor.spanFrom(change.first)));
  }

  // Memberships

  private Parsed grantMembership(List<String> granted, int first) {
    cursor.expect(Keyword.TO);
    var members = changes.roles();
    var options = new ArrayList<String>();
    if (cursor.accept(Keyword.WITH)) {
      do {
        options.add(membershipOption());
      } while (cursor.accept(Sign.COMMA));
    }
    acceptGrantor();
    var text = String.join(", ", options.stream().sorted().toList());
    parsing.add(new ChangesMembership(false, granted, members, text, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.GRANT_ROLE);
  }

  /// `ADMIN OPTION` and `ADMIN TRUE` are the same; `INHERIT FALSE`, `SET TRUE`.
  private String membershipOption() {
    var first = cursor.position();
    var name = cursor.label("ADMIN, INHERIT or SET");
    if (!name.equals("admin") || !cursor.at(Keyword.OPTION)) {
      parsing.newer(16, "an option of a membership other than ADMIN OPTION", first);
    }
    if (cursor.accept(Keyword.OPTION) || cursor.accept(Keyword.TRUE)) {
      return name + " true";
    }
    if (cursor.accept(Keyword.FALSE)) {
      return name + " false";
    }
    throw cursor.unexpected("OPTION, TRUE or FALSE");
  }

  /// `REVOKE ADMIN OPTION FOR`
  private boolean atOptionOfMembership() {
    return cursor.atColumnName()
        && cursor.keywordAfter(1) == Keyword.OPTION
        && cursor.keywordAfter(2) == Keyword.FOR;
  }

  private Parsed revokeMembership(int first) {
    var place = cursor.position();
    var option = cursor.name("ADMIN, INHERIT or SET");
    if (!option.equals("admin")) {
      parsing.newer(16, "an option of a membership other than ADMIN OPTION", place);
    }
    cursor.expect(Keyword.OPTION, Keyword.FOR);
    return revokeMembership(privileges(), option, first);
  }

  private Parsed revokeMembership(List<String> granted, String option, int first) {
    cursor.expect(Keyword.FROM);
    var members = changes.roles();
    acceptGrantor();
    cursor.acceptCascade();
    parsing.add(new ChangesMembership(true, granted, members, option, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.REVOKE_ROLE);
  }

  // Parts

  /// `ALL [PRIVILEGES] [(columns)]`, or a list of privileges or roles: only the words after it show
  /// which.
  private List<String> privileges() {
    if (cursor.accept(Keyword.ALL)) {
      cursor.accept(Keyword.PRIVILEGES);
      return List.of("all" + columns());
    }
    var privileges = new ArrayList<String>();
    do {
      privileges.add(privilege());
    } while (cursor.accept(Sign.COMMA));
    return privileges;
  }

  private void maintain(List<String> privileges, int first) {
    if (privileges.contains("maintain")) {
      parsing.newer(17, "the privilege MAINTAIN", first);
    }
  }

  private String privilege() {
    if (cursor.accept(Keyword.ALTER, Keyword.SYSTEM)) {
      return "alter system";
    }
    var name =
        cursor.atAny(Keyword.SELECT, Keyword.REFERENCES, Keyword.CREATE)
            ? cursor.takeName()
            : cursor.name("a privilege or a role");
    return name + columns();
  }

  /// ` (a, b)` or nothing
  private String columns() {
    if (!cursor.at(Sign.OPEN)) {
      return "";
    }
    var columns = cursor.namesInParentheses("a column name");
    return " (" + String.join(", ", columns.stream().map(Identifier::quoted).toList()) + ")";
  }

  private List<String> grantees() {
    var roles = new ArrayList<String>();
    do {
      // "group" is a noise word, and reserved.
      cursor.accept(Keyword.GROUP);
      roles.add(changes.role());
    } while (cursor.accept(Sign.COMMA));
    return roles;
  }

  private boolean acceptGrantOption() {
    if (cursor.accept(Keyword.WITH)) {
      cursor.expect(Keyword.GRANT, Keyword.OPTION);
      return true;
    }
    return false;
  }

  private boolean acceptGrantOptionFor() {
    if (cursor.accept(Keyword.GRANT)) {
      cursor.expect(Keyword.OPTION, Keyword.FOR);
      return true;
    }
    return false;
  }

  private void acceptGrantor() {
    if (cursor.accept(Keyword.GRANTED)) {
      cursor.expect(Keyword.BY);
      changes.role();
    }
  }

  Parsed reassign() {
    var first = cursor.position();
    cursor.expect(Keyword.REASSIGN, Keyword.OWNED);
    cursor.expect(Keyword.BY);
    var roles = changes.roles();
    cursor.expect(Keyword.TO);
    var newOwner = changes.role();
    parsing.add(new ReassignsOwned(roles, newOwner, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.REASSIGN_OWNED);
  }

  // Default privileges

  Parsed alterDefault() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.DEFAULT);
    cursor.expect(Keyword.PRIVILEGES);
    var schemas = new ArrayList<String>();
    var forRoles = new ArrayList<String>();
    while (cursor.atAny(Keyword.IN, Keyword.FOR)) {
      if (cursor.accept(Keyword.IN)) {
        cursor.expect(Keyword.SCHEMA);
        schemas.addAll(cursor.names("a schema name"));
      } else {
        cursor.expect(Keyword.FOR);
        expectRoleOrUser();
        forRoles.addAll(changes.roles());
      }
    }
    defaultPrivileges(schemas, forRoles, first);
    return Parsed.of(CommandTag.ALTER_DEFAULT_PRIVILEGES);
  }

  private void expectRoleOrUser() {
    if (!cursor.accept(Keyword.ROLE) && !cursor.accept(Keyword.USER)) {
      throw cursor.unexpected("ROLE or USER");
    }
  }

  private void defaultPrivileges(List<String> schemas, List<String> forRoles, int first) {
    var revokes = cursor.accept(Keyword.REVOKE);
    if (!revokes && !cursor.accept(Keyword.GRANT)) {
      throw cursor.unexpected("GRANT, REVOKE, FOR ROLE or IN SCHEMA");
    }
    var grantOption = revokes && acceptGrantOptionFor();
    var privileges = privileges();
    maintain(privileges, first);
    cursor.expect(Keyword.ON);
    var kind = defaultKind();
    cursor.expect(revokes ? Keyword.FROM : Keyword.TO);
    var roles = grantees();
    if (revokes) {
      cursor.acceptCascade();
    } else {
      grantOption = acceptGrantOption();
    }
    parsing.add(
        new ChangesDefaultPrivileges(
            revokes,
            privileges,
            kind,
            schemas,
            forRoles,
            roles,
            grantOption,
            cursor.spanFrom(first)));
  }

  private ObjectKind defaultKind() {
    var keyword = cursor.keyword();
    var kind =
        switch (keyword) {
          case TABLES -> ObjectKind.TABLE;
          case SEQUENCES -> ObjectKind.SEQUENCE;
          case FUNCTIONS, ROUTINES -> ObjectKind.ROUTINE;
          case TYPES -> ObjectKind.TYPE;
          case SCHEMAS -> ObjectKind.SCHEMA;
          case LARGE -> ObjectKind.LARGE_OBJECT;
          case null, default ->
              throw cursor.unexpected(
                  "TABLES, SEQUENCES, FUNCTIONS, ROUTINES, TYPES, SCHEMAS or LARGE OBJECTS");
        };
    cursor.advance();
    if (kind == ObjectKind.LARGE_OBJECT) {
      parsing.newer(18, "default privileges on large objects", cursor.position() - 1);
      cursor.expect(Keyword.OBJECTS);
    }
    return kind;
  }
}
