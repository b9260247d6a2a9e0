package dev.deed.drift;

import dev.deed.sql.Finding;
import dev.deed.sql.Keyword;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.lex.Sign;
import dev.deed.sql.lex.Tokens;
import dev.deed.sql.parse.ScriptParts;
import dev.deed.sql.parse.TokenParts;
import dev.deed.sql.schema.Attributes;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.Other;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Objects of kinds that deed does not know, in a dump that `pg_dump` wrote: those of another
/// version, or of a server that is not quite PostgreSQL. They are compared as text.
final class UnknownObjects {

  /// What the parser expects where it finds another word.
  private static final String KIND = "expected the kind of object to ";

  /// For each object the statements about it.
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  static boolean isOne(Finding problem) {
    return problem.message().contains(KIND);
  }

  /// @param offset of the problem
  void add(String text, int offset) {
    var part = new TokenParts(ofOnce(text)).next();
    for (var first = 0; first < part.end(); first++) {
      var end = part.endOf(first);
      if (end > first && part.tokens().end(end - 1) > offset) {
        add(part.tokens(), first, end);
        return;
      }
      first = end;
    }
  }

  private static ScriptParts.Source ofOnce(String text) {
    return new ScriptParts.Source() {
      private int at;

      @Override
      public int read(char[] buffer) {
        var count = Math.min(buffer.length, text.length() - at);
        text.getChars(at, at + count, buffer, 0);
        at += count;
        return count == 0 ? -1 : count;
      }
    };
  }

  private void add(Tokens tokens, int first, int end) {
    var words = new ArrayList<String>();
    for (var i = first; i < end; i++) {
      words.add(tokens.raw(i));
    }
    texts
        .computeIfAbsent(name(tokens, first, end), _ -> new ArrayList<>())
        .add(String.join(" ", words));
  }

  /// The words for the kind are in capitals, and the name comes after them.
  private static String name(Tokens tokens, int first, int end) {
    var at = first + 1;
    while (at < end && isBefore(tokens, at)) {
      at++;
    }
    var name = new StringBuilder();
    while (at < end && tokens.sign(at) == Sign.WORD && isCapitals(tokens.raw(at))) {
      name.append(tokens.raw(at).toLowerCase(Locale.ROOT)).append(' ');
      at++;
    }
    while (at < end && isName(tokens.sign(at))) {
      name.append(tokens.raw(at));
      if (at + 1 >= end || tokens.sign(at + 1) != Sign.DOT) {
        break;
      }
      name.append('.');
      at += 2;
    }
    return name.toString().strip();
  }

  /// `OR REPLACE`, and the `ON` of `COMMENT ON`.
  private static boolean isBefore(Tokens tokens, int token) {
    return switch (tokens.keyword(token)) {
      case OR, REPLACE, ON -> true;
      case LABEL, FOR -> tokens.keyword(token - 1) != Keyword.ON;
      case null, default -> false;
    };
  }

  private static boolean isCapitals(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static boolean isName(Sign sign) {
    return sign == Sign.WORD || sign == Sign.QUOTED;
  }

  List<SchemaObject> all() {
    var objects = new ArrayList<SchemaObject>();
    texts.forEach((name, statements) ->
        objects.add(
            new Other(
                ObjectName.of(ObjectKind.OBJECT, name),
                statements.getFirst(),
                statements.subList(1, statements.size()),
                List.of(),
                Attributes.NONE)));
    return objects;
  }
}
