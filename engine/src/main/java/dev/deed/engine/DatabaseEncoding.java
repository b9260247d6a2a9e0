package dev.deed.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The encoding of a database, which decides the characters that it can hold.
///
/// @param name as PostgreSQL calls it: `LATIN1`
/// @param charset null where it holds every character
public record DatabaseEncoding(String name, @Nullable Charset charset) {

  /// Of a database that is not known, too: what it lacks, it says itself.
  public static final DatabaseEncoding UTF8 = new DatabaseEncoding("UTF8", null);

  private static final String MISSING = "?";

  /// A database in `SQL_ASCII` holds the bytes that it is sent.
  ///
  /// @param charset what Java has for it
  public static DatabaseEncoding of(String name, Charset charset) {
    var holdsAll = name.equals("SQL_ASCII") || charset.equals(StandardCharsets.UTF_8);
    return holdsAll ? UTF8 : new DatabaseEncoding(name, charset);
  }

  /// The text as it can be kept for people to read: with question marks for what is missing.
  public String legible(String text) {
    if (holds(text)) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(character -> kept.append(holds(character) ? character : MISSING));
    return kept.toString();
  }

  /// The index of the first character that it does not have.
  public OptionalInt firstMissing(CharSequence text) {
    if (holds(text)) {
      return OptionalInt.empty();
    }
    var at = 0;
    while (holds(character(text, at))) {
      at += character(text, at).length();
    }
    return OptionalInt.of(at);
  }

  private static String character(CharSequence text, int at) {
    return Character.toString(Character.codePointAt(text, at));
  }

  private boolean holds(CharSequence text) {
    return charset == null || charset.newEncoder().canEncode(text);
  }
}
