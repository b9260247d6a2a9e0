package dev.deed.sql.parse;

import dev.deed.sql.Keyword;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectAccess;
import dev.deed.sql.effect.ObjectEffect.Alters;
import dev.deed.sql.effect.ObjectEffect.Creates;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Cursor;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.schema.RelationLiteral;
import dev.deed.sql.script.CommandTag.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `CREATE` and `ALTER TEXT SEARCH CONFIGURATION | DICTIONARY | PARSER | TEMPLATE`.
final class TextSearchStatements {

  private final ParserState parsing;
  private final Cursor cursor;
  private final ObjectKinds kinds;
  private final ObjectChanges changes;
  private final DefinitionOptions options;

  /// The dictionaries that a mapping names.
  private final List<ObjectAccess> dictionaries = new ArrayList<>();

  TextSearchStatements(ParserState parsing) {
    this.parsing = parsing;
    this.cursor = parsing.cursor;
    this.kinds = new ObjectKinds(cursor);
    this.changes = new ObjectChanges(parsing);
    this.options = new DefinitionOptions(parsing);
  }

  Parsed create() {
    var first = cursor.position();
    cursor.expect(Keyword.CREATE, Keyword.TEXT);
    var object = object(kinds.textSearch());
    var place = cursor.position();
    var found = options.expect();
    var definition = new Definition().addOptions("", found).text();
    var copied = parts(found, cursor.spanFrom(place));
    parsing.add(new Creates(object, false, false, definition, copied, cursor.spanFrom(first)));
    return Parsed.of(Verb.CREATE, object.kind());
  }

  /// `COPY = configuration`, `PARSER = parser`, `TEMPLATE = template`, and a template's functions
  private static List<ObjectAccess> parts(Map<String, String> options, Span span) {
    var parts = new ArrayList<ObjectAccess>();
    options.forEach((option, value) -> {
      var kind =
          switch (option) {
            case "copy" -> ObjectKind.TEXT_SEARCH_CONFIGURATION;
            case "parser" -> ObjectKind.TEXT_SEARCH_PARSER;
            case "template" -> ObjectKind.TEXT_SEARCH_TEMPLATE;
            case "init", "lexize", "start", "gettoken", "end", "headline", "lextypes" ->
                ObjectKind.FUNCTION;
            default -> null;
          };
      if (kind != null) {
        var access = option.equals("copy") ? Access.READS : Access.REFERENCES;
        var name = RelationLiteral.parse(value.replace("'", ""));
        parts.add(ObjectAccess.of(ObjectName.of(kind, name), access, null, span));
      }
    });
    return parts;
  }

  private ObjectName object(ObjectKind kind) {
    return ObjectName.of(kind, cursor.qualifiedName("a " + kind.words() + "'s name"));
  }

  Parsed alter() {
    var first = cursor.position();
    cursor.expect(Keyword.ALTER, Keyword.TEXT);
    var kind = kinds.textSearch();
    var nameAt = cursor.position();
    var object = object(kind);
    var action = cursor.position();
    if (!acceptGeneral(object, nameAt)) {
      dictionaries.clear();
      change(object);
      parsing.add(
          new Alters(object, cursor.canonicalFrom(action), dictionaries, cursor.spanFrom(first)));
    }
    return Parsed.of(Verb.ALTER, object.kind());
  }

  /// Parsers and templates have no owner.
  private boolean acceptGeneral(ObjectName object, int nameAt) {
    var owned =
        object.kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION
            || object.kind() == ObjectKind.TEXT_SEARCH_DICTIONARY;
    return (owned || !cursor.at(Keyword.OWNER))
        && changes.acceptRenameOwnerOrSchema(object, nameAt);
  }

  private void change(ObjectName object) {
    if (object.kind() == ObjectKind.TEXT_SEARCH_DICTIONARY) {
      options.expect();
    } else if (object.kind() == ObjectKind.TEXT_SEARCH_CONFIGURATION) {
      mapping();
    } else {
      throw cursor.unexpected("RENAME TO or SET SCHEMA");
    }
  }

  private void mapping() {
    var keyword = cursor.keyword();
    switch (keyword) {
      case ADD -> addMapping();
      case ALTER -> alterMapping();
      case DROP -> dropMapping();
      case null, default ->
          throw cursor.unexpected("ADD, ALTER or DROP MAPPING, RENAME TO, OWNER TO or SET SCHEMA");
    }
  }

  private void addMapping() {
    cursor.expect(Keyword.ADD, Keyword.MAPPING);
    forTokens();
    cursor.expect(Keyword.WITH);
    dictionaries();
  }

  /// `ALTER MAPPING [FOR tokens] { WITH dictionaries | REPLACE old WITH new }`
  private void alterMapping() {
    cursor.expect(Keyword.ALTER, Keyword.MAPPING);
    var replaces = cursor.at(Keyword.REPLACE);
    if (!replaces) {
      forTokens();
    }
    if (cursor.accept(Keyword.REPLACE)) {
      dictionary();
      cursor.expect(Keyword.WITH);
      dictionary();
    } else {
      cursor.expect(Keyword.WITH);
      dictionaries();
    }
  }

  private void dropMapping() {
    cursor.expect(Keyword.DROP, Keyword.MAPPING);
    cursor.acceptIfExists();
    forTokens();
  }

  private void forTokens() {
    cursor.expect(Keyword.FOR);
    cursor.names("a token type");
  }

  private void dictionaries() {
    do {
      dictionary();
    } while (cursor.accept(Sign.COMMA));
  }

  private void dictionary() {
    var place = cursor.position();
    var name = cursor.qualifiedName("a dictionary name");
    dictionaries.add(
        ObjectAccess.of(
            ObjectName.of(ObjectKind.TEXT_SEARCH_DICTIONARY, name),
            Access.REFERENCES,
            null,
            cursor.spanFrom(place)));
  }
}
