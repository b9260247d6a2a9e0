package dev.deed.sql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What was added to an operator family, by its number and types. The order does not count.
public final class FamilyMembers {

  private static final String ADD = "add ";
  private static final String DROP = "drop ";

  /// `operator 1 (integer, bigint)` to `operator 1 < (integer, bigint)`
  private final SortedMap<String, String> members = new TreeMap<>();

  private FamilyMembers() {}

  /// @param changes canonical texts such as `add operator 1 < (integer, bigint), function ...`
  public static FamilyMembers of(List<String> changes) {
    var family = new FamilyMembers();
    changes.forEach(family::apply);
    return family;
  }

  private void apply(String change) {
    if (change.startsWith(ADD)) {
      items(change.substring(ADD.length())).forEach(item -> members.put(place(item), item));
    } else if (change.startsWith(DROP)) {
      items(change.substring(DROP.length())).forEach(item -> members.remove(place(item)));
    }
  }

  /// The same as at most one change.
  public List<String> changes() {
    return members.isEmpty() ? List.of() : List.of(ADD + String.join(", ", members.values()));
  }

  /// The places, without what is in them, that another family has not, or has something else in.
  public List<String> placesNotIn(FamilyMembers other) {
    return notIn(other).map(Map.Entry::getKey).toList();
  }

  /// What another family does not have.
  public List<String> membersNotIn(FamilyMembers other) {
    return notIn(other).map(Map.Entry::getValue).toList();
  }

  private Stream<Map.Entry<String, String>> notIn(FamilyMembers other) {
    return members.entrySet().stream()
        .filter(m -> !m.getValue().equals(other.members.get(m.getKey())));
  }

  /// Kind, number and types: the types are in the first parentheses.
  private static String place(String item) {
    var words = item.split(" ", 3);
    var open = item.indexOf('(');
    var close = item.indexOf(')', open);
    return words.length < 3 || open < 0 || close < 0
        ? item
        : words[0] + " " + words[1] + " " + item.substring(open, close + 1);
  }

  private static List<String> items(String list) {
    var items = new ArrayList<String>();
    var depth = 0;
    var start = 0;
    for (var i = 0; i < list.length(); i++) {
      switch (list.charAt(i)) {
        case '(' -> depth++;
        case ')' -> depth--;
        case ',' -> {
          if (depth == 0) {
            items.add(list.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    items.add(list.substring(start).strip());
    return items;
  }
}
