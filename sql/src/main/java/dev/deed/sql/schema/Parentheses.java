package dev.deed.sql.schema;

import java.util.List;
import java.util.Set;

/// Removes parentheses that operator precedence makes redundant from the words of a query.
final class Parentheses {

  private static final int LOOSEST = 0;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NONE = 99;

  /// An expression begins after these words, so a parenthesis there only groups.
  private static final Set<String> STARTS =
      Set.of(
          "select",
          "distinct",
          "where",
          "on",
          "and",
          "or",
          "not",
          "when",
          "then",
          "else",
          "having",
          "by",
          "case",
          "limit",
          "offset",
          "from",
          "join",
          "(",
          ",",
          "[");

  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

  /// No query by hand nests deeper, and PostgreSQL prints none.
  private static final int MOST_NESTING = 100;

  private Parentheses() {}

  static boolean startsQuery(String word) {
    return QUERIES.contains(word);
  }

  static void dropRedundant(List<String> words) {
    var dropped = nesting(words) <= MOST_NESTING;
    while (dropped) {
      dropped = false;
      for (var i = 0; i < words.size(); i++) {
        if (words.get(i).equals("(")) {
          var close = closing(words, i);
          if (close < words.size() && isRedundant(words, i, close)) {
            words.remove(close);
            words.remove(i);
            dropped = true;
          }
        }
      }
    }
  }

  private static int nesting(List<String> words) {
    var depth = 0;
    var most = 0;
    for (var word : words) {
      depth += word.equals("(") ? 1 : 0;
      depth -= word.equals(")") ? 1 : 0;
      most = Math.max(most, depth);
    }
    return most;
  }

  static int closing(List<String> words, int open) {
    var depth = 0;
    for (var i = open; i < words.size(); i++) {
      depth += words.get(i).equals("(") ? 1 : 0;
      depth -= words.get(i).equals(")") ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return words.size();
  }

  static int opening(List<String> words, int close) {
    var depth = 0;
    for (var i = close; i >= 0; i--) {
      depth += words.get(i).equals(")") ? 1 : 0;
      depth -= words.get(i).equals("(") ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isRedundant(List<String> words, int open, int close) {
    var before = open == 0 ? "," : words.get(open - 1);
    var after = close + 1 < words.size() ? words.get(close + 1) : ",";
    var groups = STARTS.contains(before) || isSymbol(before);
    if (!groups || close == open + 1 || startsQuery(words.get(open + 1))) {
      return false;
    }
    var inner = words.subList(open + 1, close);
    if (at(inner, ",") || at(inner, "between")) {
      return false;
    }
    if (at(inner, "join")) {
      return before.equals("from") || before.equals("(");
    }
    var loosest = loosest(inner);
    var left = precedence(before);
    var right = precedence(after);
    var associates = loosest == left && (left == OR || left == AND);
    return (left == NONE || loosest > left || associates) && (right == NONE || loosest >= right);
  }

  private static boolean at(List<String> words, String word) {
    var depth = 0;
    for (var each : words) {
      depth += opens(each) ? 1 : 0;
      depth -= closes(each) ? 1 : 0;
      if (depth == 0 && each.equals(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean opens(String word) {
    return word.equals("(") || word.equals("[") || word.equals("case");
  }

  private static boolean closes(String word) {
    return word.equals(")") || word.equals("]") || word.equals("end");
  }

  private static int loosest(List<String> words) {
    var depth = 0;
    var loosest = NONE;
    for (var i = 0; i < words.size(); i++) {
      depth += opens(words.get(i)) ? 1 : 0;
      depth -= closes(words.get(i)) ? 1 : 0;
      if (depth == 0) {
        loosest = Math.min(loosest, precedence(words.get(i)));
      }
    }
    return loosest;
  }

  private static boolean isSymbol(String word) {
    return precedence(word) != NONE;
  }

  /// A smaller number binds less tightly; `NONE` if the word is not an operator.
  private static int precedence(String word) {
    return switch (word) {
      case ";" -> LOOSEST;
      case "or" -> OR;
      case "and" -> AND;
      case "not" -> 3;
      case "is" -> 4;
      case "<", ">", "=", "<=", ">=", "<>" -> 5;
      case "between", "in" -> 6;
      case "+", "-" -> 8;
      case "*", "/", "%" -> 9;
      case "^" -> 10;
      case "collate" -> 12;
      case "::" -> 14;
      case ".", ",", "(", ")", "[", "]" -> NONE;
      default -> !word.isEmpty() && "~!@#%^&|`?".indexOf(word.charAt(0)) >= 0 ? 7 : NONE;
    };
  }
}
