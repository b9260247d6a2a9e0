package dev.deed.drift;

import dev.deed.drift.Difference.Renamed;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The new names of all renamed objects, for the definitions of others that refer to them. A text
/// is read once, however many names there are.
final class NewNames {

  private static final Pattern NAME = Pattern.compile("\"(?:[^\"]|\"\")*+\"|[\\w$]+");

  private final Map<String, String> byOld = new HashMap<>();

  void add(Renamed renamed) {
    byOld.put(called(renamed.from().name()), called(renamed.to().name()));
  }

  boolean isEmpty() {
    return byOld.isEmpty();
  }

  private static String called(ObjectName name) {
    return Identifier.quoted(name.simpleName());
  }

  String in(String text) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(byOld.getOrDefault(found.group(), found.group())));
  }
}
