package dev.deed.drift;

import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The new name of an object, for the definitions of others that refer to it.
record NewName(Pattern old, String now) {

  static NewName of(Renamed renamed) {
    var old = Pattern.quote(called(renamed.from().name()));
    return new NewName(
        Pattern.compile("(?<![\\w$\"])" + old + "(?![\\w$\"])"), called(renamed.to().name()));
  }

  private static String called(ObjectName name) {
    return Identifier.quoted(name.simpleName());
  }

  String in(String text) {
    return old.matcher(text).replaceAll(Matcher.quoteReplacement(now));
  }
}
