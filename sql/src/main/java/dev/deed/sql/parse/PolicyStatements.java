package dev.deed.sql.parse;

import static dev.deed.sql.Keyword.ALL;
import static dev.deed.sql.Keyword.ALTER;
import static dev.deed.sql.Keyword.AS;
import static dev.deed.sql.Keyword.CHECK;
import static dev.deed.sql.Keyword.CREATE;
import static dev.deed.sql.Keyword.DELETE;
import static dev.deed.sql.Keyword.FOR;
import static dev.deed.sql.Keyword.INSERT;
import static dev.deed.sql.Keyword.ON;
import static dev.deed.sql.Keyword.POLICY;
import static dev.deed.sql.Keyword.RENAME;
import static dev.deed.sql.Keyword.SELECT;
import static dev.deed.sql.Keyword.TO;
import static dev.deed.sql.Keyword.UPDATE;
import static dev.deed.sql.Keyword.USING;
import static dev.deed.sql.Keyword.WITH;

import dev.deed.sql.effect.AttachedEffect;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CREATE` and `ALTER POLICY`.
final class PolicyStatements {

  private final ParserState parsing;
  private final Cursor cursor;

  PolicyStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
  }

  Parsed create() {
    var place = parsing.effectCount();
    cursor.expect(CREATE, POLICY);
    var start = cursor.position();
    var name = cursor.name("a policy name");
    var span = cursor.spanFrom(start);
    cursor.expect(ON);
    var tableStart = cursor.position();
    var table = cursor.qualifiedName("a table name");
    var tableSpan = cursor.spanFrom(tableStart);
    var permissive = !cursor.accept(AS) || permissive();
    var command = cursor.accept(FOR) ? command() : "all";
    var roles = cursor.accept(TO) ? roles() : List.of("public");
    var using = using();
    var check = check();
    parsing.addAt(
        place,
        new AttachedEffect.CreatesPolicy(
            name, table, tableSpan, permissive, command, roles, using, check, span));
    return Parsed.of("CREATE POLICY");
  }

  private boolean permissive() {
    if (cursor.acceptWord("permissive")) {
      return true;
    }
    if (cursor.acceptWord("restrictive")) {
      return false;
    }
    throw cursor.unexpected("PERMISSIVE or RESTRICTIVE");
  }

  private String command() {
    if (!cursor.atAny(ALL, SELECT, INSERT, UPDATE, DELETE)) {
      throw cursor.unexpected("ALL, SELECT, INSERT, UPDATE or DELETE");
    }
    return cursor.takeName();
  }

  private List<String> roles() {
    var roles = new ArrayList<String>();
    do {
      roles.add(new ObjectChanges(parsing).role());
    } while (cursor.accept(Sign.COMMA));
    return roles;
  }

  private @Nullable ExpressionText using() {
    return cursor.accept(USING) ? inParentheses() : null;
  }

  private @Nullable ExpressionText check() {
    return cursor.accept(WITH, CHECK) ? inParentheses() : null;
  }

  private ExpressionText inParentheses() {
    cursor.open();
    var expression = parsing.expressionText();
    cursor.close();
    return expression;
  }

  Parsed alter() {
    var place = parsing.effectCount();
    cursor.expect(ALTER, POLICY);
    var ifExists = cursor.acceptIfExists();
    var start = cursor.position();
    var name = cursor.name("a policy name");
    var span = cursor.spanFrom(start);
    cursor.expect(ON);
    var tableStart = cursor.position();
    var table = cursor.qualifiedName("a table name");
    if (cursor.accept(RENAME, TO)) {
      rename(new ObjectName(ObjectKind.POLICY, table, name), ifExists, start);
      return Parsed.of("ALTER POLICY");
    }
    if (ifExists) {
      throw cursor.unexpected("RENAME TO");
    }
    var tableSpan = cursor.spanFrom(tableStart);
    var roles = cursor.accept(TO) ? roles() : null;
    var using = using();
    var check = check();
    parsing.addAt(
        place, new AttachedEffect.AltersPolicy(name, table, tableSpan, roles, using, check, span));
    return Parsed.of("ALTER POLICY");
  }

  private void rename(ObjectName policy, boolean ifExists, int start) {
    var newName = cursor.name("the new name");
    parsing.add(new ObjectEffect.Renames(policy, newName, ifExists, cursor.spanFrom(start)));
  }
}
