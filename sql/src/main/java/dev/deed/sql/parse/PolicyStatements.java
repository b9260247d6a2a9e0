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
import dev.deed.sql.effect.Attachment;
import dev.deed.sql.effect.ObjectEffect;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
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
    var attachment = new Attachment(name, span, table, cursor.spanFrom(tableStart));
    var permissive = !cursor.accept(AS) || permissive();
    var command = cursor.accept(FOR) ? command() : PolicyCommand.ALL;
    var roles = cursor.accept(TO) ? roles() : List.of("public");
    var using = using();
    var check = check();
    parsing.addAt(
        place,
        new AttachedEffect.CreatesPolicy(attachment, permissive, command, roles, using, check));
    return Parsed.of(CommandTag.CREATE_POLICY);
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

  private PolicyCommand command() {
    if (cursor.accept(ALL)) {
      return PolicyCommand.ALL;
    }
    if (cursor.accept(SELECT)) {
      return PolicyCommand.SELECT;
    }
    if (cursor.accept(INSERT)) {
      return PolicyCommand.INSERT;
    }
    if (cursor.accept(UPDATE)) {
      return PolicyCommand.UPDATE;
    }
    if (cursor.accept(DELETE)) {
      return PolicyCommand.DELETE;
    }
    throw cursor.unexpected("ALL, SELECT, INSERT, UPDATE or DELETE");
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
      rename(ObjectName.part(ObjectKind.POLICY, table, name), ifExists, start);
      return Parsed.of(CommandTag.ALTER_POLICY);
    }
    if (ifExists) {
      throw cursor.unexpected("RENAME TO");
    }
    var attachment = new Attachment(name, span, table, cursor.spanFrom(tableStart));
    var roles = cursor.accept(TO) ? roles() : null;
    var using = using();
    var check = check();
    parsing.addAt(place, new AttachedEffect.AltersPolicy(attachment, roles, using, check));
    return Parsed.of(CommandTag.ALTER_POLICY);
  }

  private void rename(ObjectName policy, boolean ifExists, int start) {
    var newName = cursor.name("the new name");
    parsing.add(new ObjectEffect.Renames(policy, newName, ifExists, cursor.spanFrom(start)));
  }
}
