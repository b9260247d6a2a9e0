package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two types that exchange their names when their columns do: code that writes `'ok'::mood` means
/// the column's type before the switch and after it.
///
/// @param own the type that the story begins with
/// @param other the one that takes its place
/// @param between the name of one of them for a moment
record TypeSwap(QualifiedName own, QualifiedName other, QualifiedName between) {

  /// The same both ways.
  List<String> exchange() {
    return List.of(rename(own, between), rename(other, own), rename(between, other));
  }

  private static String rename(QualifiedName from, QualifiedName to) {
    return "ALTER TYPE %s RENAME TO %s".formatted(from.quoted(), Identifier.quoted(to.name()));
  }

  /// The statements with the names that the types have after the exchange.
  List<String> after(List<String> statements) {
    return statements.stream().map(this::after).toList();
  }

  /// In parentheses, a message names the type as the user knows it.
  private String after(String statement) {
    var either =
        Pattern.compile(
            "(?<![\\w\"$.])(?<! \\()(?:(%s)|%s)(?![\\w\"$(])"
                .formatted(Pattern.quote(own.quoted()), Pattern.quote(other.quoted())));
    return either
        .matcher(statement)
        .replaceAll(found ->
            Matcher.quoteReplacement(found.group(1) == null ? own.quoted() : other.quoted()));
  }
}
