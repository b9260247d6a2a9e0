package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Span;
import dev.deed.sql.effect.ObjectEffect.Drops;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PrivilegeEffect.DropsOwned;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.script.CommandTag;
import dev.deed.sql.script.CommandTag.Verb;
import java.util.ArrayList;
import java.util.List;

/// `DROP` of every kind of object.
final class DropStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectKinds kinds;
  private final ObjectNames names;
  private final ObjectChanges changes;

  DropStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.kinds = new ObjectKinds(cursor);
    this.names = new ObjectNames(parsing);
    this.changes = new ObjectChanges(parsing);
  }

  Parsed drop() {
    var first = cursor.position();
    cursor.advance();
    if (cursor.accept(Keyword.OWNED)) {
      return owned(first);
    }
    var kind = kind();
    return switch (kind) {
      case COLUMN, CONSTRAINT, DOMAIN_CONSTRAINT, LARGE_OBJECT, OBJECT, PARAMETER ->
          throw cursor.error("DROP cannot drop a " + kind.words());
      case ROLE, TABLESPACE -> plain(kind);
      case DATABASE -> database();
      case INDEX -> index();
      case USER_MAPPING -> userMapping();
      default -> cascading(kind, false);
    };
  }

  /// `USER` and `GROUP` mean roles here.
  private ObjectKind kind() {
    if (atUserMapping()) {
      cursor.moveTo(cursor.position() + 2);
      return ObjectKind.USER_MAPPING;
    }
    return cursor.accept(Keyword.USER) || cursor.accept(Keyword.GROUP)
        ? ObjectKind.ROLE
        : kinds.kind("drop");
  }

  /// A role may also be named "mapping".
  private boolean atUserMapping() {
    return cursor.at(Keyword.USER, Keyword.MAPPING)
        && (cursor.keywordAfter(2) == Keyword.FOR || cursor.keywordAfter(2) == Keyword.IF);
  }

  private Parsed owned(int first) {
    cursor.expect(Keyword.BY);
    var roles = changes.roles();
    var cascade = cursor.acceptCascade();
    parsing.add(new DropsOwned(roles, cascade, cursor.spanFrom(first)));
    return Parsed.of(CommandTag.DROP_OWNED);
  }

  /// Without `CASCADE` and `RESTRICT`.
  private Parsed plain(ObjectKind kind) {
    var ifExists = cursor.acceptIfExists();
    var named = kind == ObjectKind.ROLE ? list(kind) : List.of(next(kind));
    named.forEach(n -> parsing.add(n.dropped(ifExists, false, false)));
    var parsed = Parsed.of(Verb.DROP, kind);
    return kind == ObjectKind.TABLESPACE ? parsed.alone() : parsed;
  }

  /// `DROP DATABASE name [ [WITH] ( FORCE ) ]`
  private Parsed database() {
    var ifExists = cursor.acceptIfExists();
    var named = next(ObjectKind.DATABASE);
    if (cursor.accept(Keyword.WITH) || cursor.at(Sign.OPEN)) {
      force();
    }
    parsing.add(named.dropped(ifExists, false, false));
    return Parsed.alone(CommandTag.DROP_DATABASE);
  }

  private void force() {
    cursor.open();
    do {
      cursor.expect(Keyword.FORCE);
    } while (cursor.accept(Sign.COMMA));
    cursor.close();
  }

  private Parsed userMapping() {
    var ifExists = cursor.acceptIfExists();
    parsing.add(next(ObjectKind.USER_MAPPING).dropped(ifExists, false, false));
    return Parsed.of(CommandTag.DROP_USER_MAPPING);
  }

  private Parsed index() {
    var concurrently = cursor.accept(Keyword.CONCURRENTLY);
    var parsed = cascading(ObjectKind.INDEX, concurrently);
    return concurrently ? parsed.alone() : parsed;
  }

  private Parsed cascading(ObjectKind kind, boolean concurrently) {
    var ifExists = cursor.acceptIfExists();
    var named = isListed(kind) ? list(kind) : List.of(next(kind));
    var cascade = cursor.acceptCascade();
    named.forEach(n -> parsing.add(n.dropped(ifExists, cascade, concurrently)));
    var parsed = Parsed.of(Verb.DROP, kind);
    return kind == ObjectKind.SUBSCRIPTION ? parsed.alone() : parsed;
  }

  private static boolean isListed(ObjectKind kind) {
    return switch (kind) {
      case TRIGGER, RULE, POLICY, CAST, TRANSFORM, OPERATOR_CLASS, OPERATOR_FAMILY, SUBSCRIPTION ->
          false;
      default -> true;
    };
  }

  private List<Named> list(ObjectKind kind) {
    var named = new ArrayList<Named>();
    do {
      named.add(next(kind));
    } while (cursor.accept(Sign.COMMA));
    return named;
  }

  private Named next(ObjectKind kind) {
    var first = cursor.position();
    var name = names.name(kind);
    return new Named(name, cursor.spanFrom(first));
  }

  private record Named(ObjectName name, Span span) {
    Drops dropped(boolean ifExists, boolean cascade, boolean concurrently) {
      return new Drops(name, ifExists, cascade, concurrently, span);
    }
  }
}
