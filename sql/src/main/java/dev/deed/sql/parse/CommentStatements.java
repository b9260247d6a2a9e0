package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectEffect.Comments;
import dev.deed.sql.effect.ObjectEffect.Labels;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.script.CommandTag;
import org.jspecify.annotations.Nullable;

/// `COMMENT ON`, `SECURITY LABEL`.
final class CommentStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectKinds kinds;
  private final ObjectNames names;
  private final Settings settings;

  CommentStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.kinds = new ObjectKinds(cursor);
    this.names = new ObjectNames(parsing);
    this.settings = new Settings(parsing);
  }

  Parsed comment() {
    cursor.expect(Keyword.COMMENT, Keyword.ON);
    var first = cursor.position();
    var object = object("comment on");
    var span = cursor.spanFrom(first);
    parsing.add(new Comments(object, text("a comment in quotes or NULL"), span));
    return Parsed.of(CommandTag.COMMENT);
  }

  Parsed label() {
    cursor.expect(Keyword.SECURITY, Keyword.LABEL);
    var provider =
        cursor.accept(Keyword.FOR) ? settings.wordOrString("a label provider name") : null;
    cursor.expect(Keyword.ON);
    var first = cursor.position();
    var object = object("label");
    if (!canBeLabeled(object.kind())) {
      throw cursor.error("a " + object.kind().words() + " cannot have a security label");
    }
    var span = cursor.spanFrom(first);
    parsing.add(new Labels(object, provider, text("a label in quotes or NULL"), span));
    return Parsed.of(CommandTag.SECURITY_LABEL);
  }

  private static boolean canBeLabeled(ObjectKind kind) {
    return switch (kind) {
      case CONSTRAINT,
          DOMAIN_CONSTRAINT,
          TRIGGER,
          RULE,
          POLICY,
          OPERATOR,
          OPERATOR_CLASS,
          OPERATOR_FAMILY,
          CAST,
          TRANSFORM ->
          false;
      default -> true;
    };
  }

  private ObjectName object(String purpose) {
    return names.name(kinds.kind(purpose));
  }

  /// `IS 'text'` or `IS NULL`
  private @Nullable String text(String what) {
    cursor.expect(Keyword.IS);
    return cursor.accept(Keyword.NULL) ? null : cursor.string(what);
  }
}
