package dev.deed.drift;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Whether two texts can be the same SQL, once as a person wrote it and once as the server prints
/// it: with casts, qualified names, `*` spelled out, names for positions.
///
/// Two texts are the same if only such additions are between them. They differ if one of them has a
/// literal, a number or a name that the other cannot have got from it. Otherwise this cannot tell.
enum Respelling {
  SAME,
  UNSURE,
  DIFFERENT;

  private static final Pattern WORD =
      Pattern.compile(
          "'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"|\\d+(?:\\.\\d+)?|[\\w$]+|::|[<>=!~@#%^&|*/+-]+|\\S");

  /// Type names of more than one word: the words after the first.
  private static final Set<String> TYPE_WORDS =
      Set.of("varying", "precision", "with", "without", "time", "zone");

  private static final Set<String> NOISE =
      Set.of("operator", "(", ")", "[", "]", "as", "array", "asc", "outer", "inner", "return", ";");

  /// These do not name anything, and the server prints some of them in another way.
  private static final Set<String> KEYWORDS =
      Set.of(
          "all",
          "and",
          "any",
          "atomic",
          "begin",
          "between",
          "both",
          "by",
          "case",
          "cast",
          "cross",
          "distinct",
          "do",
          "else",
          "end",
          "except",
          "exists",
          "false",
          "fetch",
          "filter",
          "first",
          "for",
          "from",
          "full",
          "group",
          "having",
          "in",
          "insert",
          "instead",
          "intersect",
          "into",
          "is",
          "join",
          "last",
          "lateral",
          "leading",
          "left",
          "limit",
          "materialized",
          "natural",
          "not",
          "null",
          "nulls",
          "offset",
          "on",
          "only",
          "or",
          "order",
          "over",
          "partition",
          "recursive",
          "right",
          "row",
          "rows",
          "select",
          "set",
          "similar",
          "some",
          "symmetric",
          "table",
          "then",
          "to",
          "trailing",
          "true",
          "union",
          "unknown",
          "update",
          "using",
          "values",
          "when",
          "where",
          "window",
          "with",
          "within",
          "also",
          "delete",
          "each",
          "next",
          "ordinality",
          "range",
          "stored",
          "virtual",
          "bigint",
          "int",
          "int2",
          "int4",
          "int8",
          "integer",
          "smallint",
          "text",
          "varchar",
          "char",
          "bpchar",
          "character",
          "numeric",
          "decimal",
          "real",
          "float",
          "float4",
          "float8",
          "double",
          "precision",
          "boolean",
          "bool",
          "date",
          "time",
          "timestamp",
          "timestamptz",
          "timetz",
          "interval",
          "json",
          "jsonb",
          "uuid",
          "bytea",
          "varying",
          "without",
          "zone");

  /// Functions that the server calls where the text has an operator or a construct.
  private static final Set<String> OF_CONSTRUCTS =
      Set.of(
          "similar_to_escape",
          "like_escape",
          "timezone",
          "date_part",
          "extract",
          "btrim",
          "ltrim",
          "rtrim",
          "substring",
          "overlay",
          "position",
          "normalize",
          "trim",
          "pg_collation_for");

  /// @param others names that the printed text may have in addition
  /// @param isText every character of a literal counts, even where it looks like JSON or a date
  static Respelling of(String written, String printed, Set<String> others, boolean isText) {
    var one = new Text(written, isText);
    var other = new Text(printed, isText);
    if (one.words.equals(other.words)) {
      return SAME;
    }
    return one.canBecome(other, others) ? UNSURE : DIFFERENT;
  }

  /// For lists whose order means nothing.
  static boolean haveSameWords(String written, String printed) {
    return new Text(written, false).sorted().equals(new Text(printed, false).sorted());
  }

  /// The words that carry meaning, in order, and what they name.
  private static final class Text {

    private final List<String> words = new ArrayList<>();
    private final Set<String> literals = new TreeSet<>();
    private final Set<String> numbers = new TreeSet<>();
    private final Set<String> names = new HashSet<>();
    private final boolean hasPositions;
    private final boolean hasStar;

    Text(String sql, boolean isText) {
      var all = new ArrayList<String>();
      var matcher = WORD.matcher(sql);
      while (matcher.find()) {
        all.add(normal(matcher.group(), isText));
      }
      dropCasts(all);
      dropQualifiers(all);
      spellLists(all);
      for (var word : all) {
        if (!NOISE.contains(word)) {
          words.add(word);
          note(word);
        }
      }
      hasPositions = positions(all);
      hasStar =
          star(all) || all.contains("natural") || all.contains("using") || all.contains("table");
    }

    List<String> sorted() {
      return words.stream().sorted().toList();
    }

    private void note(String word) {
      var first = word.charAt(0);
      if (first == '\'') {
        literals.add(word);
      } else if (Character.isDigit(first)) {
        numbers.add(word);
      } else if ((Character.isLetter(first) || first == '_') && !KEYWORDS.contains(word)) {
        names.add(word);
      }
    }

    /// @param printed what the server has
    boolean canBecome(Text printed, Set<String> others) {
      if (!literals.equals(printed.literals) || !printed.hasNumbersOf(this)) {
        return false;
      }
      var added = new HashSet<>(printed.names);
      added.removeAll(names);
      added.removeAll(OF_CONSTRUCTS);
      // The server numbers the aliases that it makes up.
      added.removeIf(name -> names.contains(name.replaceFirst("_\\d+$", "")));
      var isOther = added.removeAll(others);
      var removed = new HashSet<>(names);
      removed.removeAll(printed.names);
      removed.removeAll(OF_CONSTRUCTS);
      // A name for another one may be a column that was renamed since.
      return hasStar || isOther || added.isEmpty() == removed.isEmpty();
    }

    /// The server prints `ORDER BY name` for `ORDER BY 1`, but makes up no number.
    private boolean hasNumbersOf(Text written) {
      return written.numbers.containsAll(numbers)
          && (written.hasPositions || numbers.containsAll(written.numbers));
    }

    private static String normal(String word, boolean isText) {
      if (word.startsWith("\"")) {
        return word.substring(1, word.length() - 1).replace("\"\"", "\"");
      }
      if (word.startsWith("'")) {
        return isText ? word : LiteralValue.normal(word);
      }
      if (Character.isDigit(word.charAt(0)) && word.matches("\\d+(\\.\\d+)?")) {
        return new BigDecimal(word).stripTrailingZeros().toPlainString();
      }
      var lower = word.toLowerCase(Locale.ROOT);
      return switch (lower) {
        case "!=" -> "<>";
        case "like" -> "~~";
        case "ilike" -> "~~*";
        default -> lower;
      };
    }

    /// `x::numeric(10, 2)`, `x::timestamp with time zone[]`, `x::app.mood`
    private static void dropCasts(List<String> words) {
      for (var i = words.size() - 2; i >= 0; i--) {
        if (words.get(i).equals("::")) {
          words.subList(i, endOfType(words, i + 1)).clear();
        }
      }
    }

    private static int endOfType(List<String> words, int start) {
      var i = start + 1;
      while (i + 1 < words.size() && words.get(i).equals(".")) {
        i += 2;
      }
      i = endOfTypeWords(words, start, i);
      if (i < words.size() && words.get(i).equals("(")) {
        while (i < words.size() && !words.get(i).equals(")")) {
          i++;
        }
        i = endOfTypeWords(words, start, Math.min(i + 1, words.size()));
      }
      while (i + 1 < words.size() && words.get(i).equals("[") && words.get(i + 1).equals("]")) {
        i += 2;
      }
      return i;
    }

    private static int endOfTypeWords(List<String> words, int start, int from) {
      var i = from;
      var isTime = words.get(start).startsWith("time");
      while (i < words.size() && TYPE_WORDS.contains(words.get(i))) {
        var next = i + 1 < words.size() ? words.get(i + 1) : "";
        if (words.get(i).startsWith("with") && !(isTime && next.equals("time"))) {
          break;
        }
        i++;
      }
      return i;
    }

    private static void dropQualifiers(List<String> words) {
      for (var i = words.size() - 2; i >= 1; i--) {
        var before = words.get(i - 1);
        if (words.get(i).equals(".") && !before.isEmpty() && !NOISE.contains(before)) {
          words.subList(i - 1, i + 1).clear();
          i--;
        }
      }
    }

    /// `x IN (1, 2)` is `x = ANY (ARRAY[1, 2])`, `NOT x IN` likewise.
    private static void spellLists(List<String> words) {
      for (var i = 0; i < words.size(); i++) {
        if (words.get(i).equals("in")) {
          var isNegated = i > 0 && words.get(i - 1).equals("not");
          words.set(i, isNegated ? "all" : "any");
          if (isNegated) {
            words.set(i - 1, "<>");
          } else {
            words.add(i, "=");
            i++;
          }
        }
      }
    }

    private static boolean positions(List<String> words) {
      for (var i = 1; i < words.size(); i++) {
        var before = words.get(i - 1);
        if (Character.isDigit(words.get(i).charAt(0))
            && (before.equals("by") || before.equals(","))
            && words.subList(0, i).contains("by")) {
          return true;
        }
      }
      return false;
    }

    private static boolean star(List<String> words) {
      for (var i = 0; i < words.size(); i++) {
        var before = i == 0 ? "select" : words.get(i - 1);
        if (words.get(i).equals("*") && (before.equals("select") || before.equals(","))) {
          return true;
        }
      }
      return false;
    }
  }
}
