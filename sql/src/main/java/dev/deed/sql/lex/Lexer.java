package dev.deed.sql.lex;

import dev.deed.sql.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Splits a text into tokens by PostgreSQL's lexical rules. Text that cannot be a token becomes
/// `BROKEN`, with the reason; nothing is thrown.
final class Lexer {

  private static final int MOST_BYTES_OF_A_NAME = 63;

  /// Tokens: a long text may be one string, or only blanks.
  private static final int MOST_GUESSED = 1 << 16;

  private static final byte SPACE = 1;
  private static final byte WORD = 2;
  private static final byte DIGIT = 3;
  private static final byte OPERATOR = 4;
  private static final byte[] CLASSES = classes();
  private static final String ENDS_IN_SIGN = "~!@#^&|`?%";

  private final String text;
  private final char[] chars;
  private final int length;
  private int at;
  private byte[] signs;
  private short[] keywords;
  private int[] starts;
  private int[] ends;
  private int count;
  private int statementStart;
  private final Map<Integer, String> reasons = new HashMap<>();
  private final List<Tokens.Stretch> directives = new ArrayList<>();
  private final List<Tokens.Stretch> strays = new ArrayList<>();
  private final List<Tokens.Stretch> longNames = new ArrayList<>();

  Lexer(String text) {
    this.text = text;
    this.length = text.length();
    // Zeros after the end save a check at every lookahead.
    this.chars = new char[length + 4];
    text.getChars(0, length, chars, 0);
    var guess = Math.clamp(length / 6, 16, MOST_GUESSED);
    this.signs = new byte[guess];
    this.keywords = new short[guess];
    this.starts = new int[guess];
    this.ends = new int[guess];
  }

  Tokens tokens() {
    if (chars[0] == '\uFEFF') {
      at = 1;
    }
    while (true) {
      skipSpace();
      if (at >= length) {
        break;
      }
      next();
    }
    at = length;
    add(Sign.END, length);
    return new Tokens(
        text,
        new Tokens.Arrays(signs, keywords, starts, ends, count),
        reasons,
        new Tokens.Notes(directives, strays, longNames));
  }

  private void next() {
    var start = at;
    var c = chars[at];
    switch (c) {
      case '(' -> single(Sign.OPEN);
      case ')' -> single(Sign.CLOSE);
      case ',' -> single(Sign.COMMA);
      case '[' -> single(Sign.OPEN_BRACKET);
      case ']' -> single(Sign.CLOSE_BRACKET);
      case ';' -> semicolon();
      case '.' -> dot();
      case ':' -> colon();
      case '\'' -> string(start, Sign.STRING, false);
      case '"' -> quoted(start);
      case '$' -> dollar();
      case '\\' -> metaCommand();
      case 'e', 'E' -> prefixed(Sign.STRING, true);
      case 'n', 'N' -> prefixed(Sign.STRING, false);
      case 'b', 'B', 'x', 'X' -> prefixed(Sign.BITS, false);
      case 'u', 'U' -> unicode();
      default -> other(c);
    }
  }

  private void other(char c) {
    switch (classOf(c)) {
      case WORD -> word();
      case DIGIT -> number();
      case OPERATOR -> operator();
      default -> {
        var start = at++;
        broken(start, "character that PostgreSQL does not accept here");
      }
    }
  }

  // White space and comments

  private void skipSpace() {
    while (true) {
      var c = chars[at];
      if (classOf(c) == SPACE) {
        at++;
      } else if (c == '-' && chars[at + 1] == '-') {
        lineComment();
      } else if (c == '/' && chars[at + 1] == '*') {
        blockComment();
      } else {
        return;
      }
    }
  }

  private void lineComment() {
    var start = at;
    at = lineEnd(at);
    var p = start + 2;
    while (p < at && (chars[p] == ' ' || chars[p] == '\t')) {
      p++;
    }
    if (at - p >= 5 && chars[p] == 'd' && text.startsWith("deed:", p)) {
      directives.add(new Tokens.Stretch(p + 5, at));
    } else if (StrayDirective.isIn(text, start + 2, at)) {
      strays.add(new Tokens.Stretch(start, at));
    }
  }

  private int lineEnd(int from) {
    var p = from;
    while (p < length && chars[p] != '\n' && chars[p] != '\r') {
      p++;
    }
    return p;
  }

  private void blockComment() {
    var start = at;
    var depth = 0;
    while (at < length) {
      if (chars[at] == '/' && chars[at + 1] == '*') {
        depth++;
        at += 2;
      } else if (chars[at] == '*' && chars[at + 1] == '/') {
        depth--;
        at += 2;
        if (depth == 0) {
          if (StrayDirective.isIn(text, start + 2, at - 2)) {
            strays.add(new Tokens.Stretch(start, at));
          }
          return;
        }
      } else {
        at++;
      }
    }
    at = length;
    broken(start, "unterminated /* comment");
  }

  // Signs and operators

  private void single(Sign sign) {
    var start = at++;
    add(sign, start);
  }

  private void semicolon() {
    single(Sign.SEMICOLON);
    var first = statementStart;
    statementStart = count;
    if (count - first > 3 && keywords[first] == Keyword.COPY.ordinal() && copiesFromStdin(first)) {
      copyData();
      statementStart = count;
    }
  }

  private boolean copiesFromStdin(int first) {
    var depth = 0;
    for (var i = first + 1; i < count - 1; i++) {
      if (signs[i] == Tokens.OPEN) {
        depth++;
      } else if (signs[i] == Tokens.CLOSE) {
        depth--;
      } else if (depth == 0
          && keywords[i] == Keyword.FROM.ordinal()
          && keywords[i + 1] == Keyword.STDIN.ordinal()) {
        return true;
      }
    }
    return false;
  }

  private void copyData() {
    var line = text.indexOf('\n', at);
    var rest = text.substring(at, line < 0 ? length : line).strip();
    if (!rest.isEmpty() && !rest.startsWith("--")) {
      var after = at;
      at = line < 0 ? length : line;
      broken(after, "text after COPY ... FROM stdin; on the same line: the rows begin on the next");
    }
    if (line < 0) {
      return;
    }
    var start = line + 1;
    var p = start;
    while (p < length) {
      var end = text.indexOf('\n', p);
      var stop = end < 0 ? length : end;
      if (endsCopy(p, stop)) {
        at = stop;
        add(Sign.COPY_DATA, start);
        return;
      }
      if (chars[p] == '\\' && text.substring(p, stop).strip().equals("\\.")) {
        at = stop;
        broken(p, "blank after \\. at the end of the rows of COPY");
        return;
      }
      p = stop + 1;
    }
    at = length;
    if (!text.substring(Math.min(start, length)).isBlank()) {
      broken(start, "rows of COPY without a final line \\.");
    }
  }

  private boolean endsCopy(int start, int end) {
    var last = end > start && chars[end - 1] == '\r' ? end - 1 : end;
    return last - start == 2 && chars[start] == '\\' && chars[start + 1] == '.';
  }

  private void dot() {
    if (chars[at + 1] == '.') {
      var start = at;
      at += 2;
      add(Sign.DOT_DOT, start);
    } else if (isDigit(chars[at + 1])) {
      number();
    } else {
      single(Sign.DOT);
    }
  }

  private void colon() {
    var start = at++;
    if (chars[at] == ':') {
      at++;
      add(Sign.CAST, start);
    } else if (chars[at] == '=') {
      at++;
      add(Sign.ASSIGN, start);
    } else {
      add(Sign.COLON, start);
    }
  }

  private void operator() {
    var start = at;
    var end = at;
    while (end < length && classOf(chars[end]) == OPERATOR && !startsComment(end)) {
      end++;
    }
    end = withoutTrailingSigns(start, end);
    at = end;
    add(
        end - start == 1
            ? signOf(chars[start])
            : signOf(chars[start], chars[start + 1], end - start),
        start);
  }

  private boolean startsComment(int p) {
    return (chars[p] == '-' && chars[p + 1] == '-') || (chars[p] == '/' && chars[p + 1] == '*');
  }

  /// An operator of several characters may end in `+` or `-` only if it contains one of some
  /// characters that standard SQL does not use.
  private int withoutTrailingSigns(int start, int end) {
    for (var p = start; p < end; p++) {
      if (ENDS_IN_SIGN.indexOf(chars[p]) >= 0) {
        return end;
      }
    }
    var last = end;
    while (last - start > 1 && (chars[last - 1] == '+' || chars[last - 1] == '-')) {
      last--;
    }
    return last;
  }

  private static Sign signOf(char c) {
    return switch (c) {
      case '+' -> Sign.PLUS;
      case '-' -> Sign.MINUS;
      case '*' -> Sign.STAR;
      case '/' -> Sign.SLASH;
      case '%' -> Sign.PERCENT;
      case '^' -> Sign.CARET;
      case '<' -> Sign.LESS;
      case '>' -> Sign.GREATER;
      case '=' -> Sign.EQUAL;
      default -> Sign.OPERATOR;
    };
  }

  private static Sign signOf(char first, char second, int length) {
    if (length > 2) {
      return Sign.OPERATOR;
    }
    return switch (second) {
      case '=' ->
          switch (first) {
            case '<' -> Sign.LESS_EQUAL;
            case '>' -> Sign.GREATER_EQUAL;
            case '!' -> Sign.NOT_EQUAL;
            default -> Sign.OPERATOR;
          };
      case '>' ->
          switch (first) {
            case '<' -> Sign.NOT_EQUAL;
            case '=' -> Sign.ARROW;
            default -> Sign.OPERATOR;
          };
      default -> Sign.OPERATOR;
    };
  }

  // Words and quoted names

  private void word() {
    var start = at;
    var hash = 0;
    var p = at;
    while (true) {
      var c = chars[p];
      if (c >= 'a' && c <= 'z') {
        hash = hash * 31 + c;
      } else if (c >= 'A' && c <= 'Z') {
        hash = hash * 31 + c + 32;
      } else if (isWordPart(c)) {
        hash = hash * 31 + c;
      } else {
        break;
      }
      p++;
    }
    at = p;
    var keyword = KeywordTable.find(chars, start, p, hash);
    if (keyword == Keyword.UESCAPE.ordinal() && extendsUnicode()) {
      return;
    }
    add(Sign.WORD, start);
    keywords[count - 1] = keyword;
    if (p - start > MOST_BYTES_OF_A_NAME / 3) {
      checkLength(start, text.substring(start, p));
    }
  }

  /// `UESCAPE 'c'` is part of the token before it.
  private boolean extendsUnicode() {
    var previous = count - 1;
    if (previous < 0
        || chars[starts[previous] + 1] != '&'
        || (chars[starts[previous]] | 32) != 'u') {
      return false;
    }
    skipSpace();
    if (chars[at] == '\'' && at + 2 < length && chars[at + 2] == '\'') {
      at += 3;
      ends[previous] = at;
    } else {
      broken(at, "UESCAPE must be followed by a simple string literal");
    }
    return true;
  }

  private void checkLength(int start, String name) {
    if (FoldedName.bytes(name) > MOST_BYTES_OF_A_NAME) {
      longNames.add(new Tokens.Stretch(start, at));
    }
  }

  private void quoted(int start) {
    var p = at + 1;
    while (p < length) {
      if (chars[p] == '"') {
        if (chars[p + 1] != '"') {
          break;
        }
        p++;
      }
      p++;
    }
    if (p >= length) {
      at = length;
      broken(start, "unterminated quoted identifier");
      return;
    }
    var empty = p == at + 1;
    at = p + 1;
    if (empty) {
      broken(start, "zero-length delimited identifier");
      return;
    }
    add(Sign.QUOTED, start);
    if (at - start > MOST_BYTES_OF_A_NAME / 3) {
      checkLength(start, text.substring(start + 1, p).replace("\"\"", "\""));
    }
  }

  private void unicode() {
    var start = at;
    if (chars[at + 1] == '&' && chars[at + 2] == '\'') {
      at += 2;
      string(start, Sign.STRING, false);
    } else if (chars[at + 1] == '&' && chars[at + 2] == '"') {
      at += 2;
      quoted(start);
    } else {
      word();
    }
  }

  // Strings

  private void prefixed(Sign sign, boolean backslashes) {
    if (chars[at + 1] != '\'') {
      word();
      return;
    }
    var start = at++;
    string(start, sign, backslashes);
  }

  /// Starts at the opening quote. Segments separated only by white space with a line break form one
  /// string.
  private void string(int start, Sign sign, boolean backslashes) {
    while (true) {
      var end = closingQuote(at + 1, backslashes);
      if (end < 0) {
        at = length;
        broken(start, "unterminated quoted string");
        return;
      }
      at = end + 1;
      var next = continuation(at);
      if (next < 0) {
        add(sign, start);
        return;
      }
      at = next;
    }
  }

  private int closingQuote(int from, boolean backslashes) {
    var p = from;
    while (p < length) {
      var c = chars[p];
      if (c == '\\' && backslashes) {
        p++;
      } else if (c == '\'') {
        if (chars[p + 1] != '\'') {
          return p;
        }
        p++;
      }
      p++;
    }
    return -1;
  }

  /// The position of the quote that continues the string, -1 if there is none.
  private int continuation(int from) {
    var p = from;
    var lineBreak = false;
    while (p < length) {
      var c = chars[p];
      if (c == '\'') {
        return lineBreak ? p : -1;
      }
      if (c == '-' && chars[p + 1] == '-') {
        p = lineEnd(p);
      } else if (classOf(c) == SPACE) {
        lineBreak |= c == '\n' || c == '\r';
        p++;
      } else {
        return -1;
      }
    }
    return -1;
  }

  private void dollar() {
    var start = at;
    if (isDigit(chars[at + 1])) {
      parameter();
      return;
    }
    var p = at + 1;
    if (isWordStart(chars[p])) {
      while (isWordPart(chars[p]) && chars[p] != '$') {
        p++;
      }
    }
    if (chars[p] != '$') {
      at++;
      broken(start, "\"$\" that begins neither a parameter nor a string");
      return;
    }
    var tag = text.substring(start, p + 1);
    var end = text.indexOf(tag, p + 1);
    if (end < 0) {
      at = length;
      broken(start, "unterminated dollar-quoted string");
      return;
    }
    at = end + tag.length();
    add(Sign.STRING, start);
  }

  private void parameter() {
    var start = at++;
    while (isDigit(chars[at])) {
      at++;
    }
    add(Sign.PARAMETER, start);
  }

  // Numbers

  private void number() {
    var start = at;
    var sign = Sign.INTEGER;
    var sound = true;
    var radix = chars[at] == '0' ? radix(chars[at + 1]) : 10;
    if (radix != 10) {
      at += 2;
      if (chars[at] == '_') {
        at++;
      }
      sound = digits(radix);
    } else {
      digits(10);
      if (chars[at] == '.' && chars[at + 1] != '.') {
        at++;
        digits(10);
        sign = Sign.NUMBER;
      }
      if ((chars[at] | 32) == 'e') {
        sound = exponent();
        sign = Sign.NUMBER;
      }
    }
    if (!sound || isWordStart(chars[at]) || isDigit(chars[at])) {
      skipJunk();
      broken(start, "trailing junk after numeric literal");
    } else {
      add(sign, start);
    }
  }

  private static int radix(char c) {
    return switch (c) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  /// Digits with single underscores between them; false if there are none.
  private boolean digits(int radix) {
    if (Character.digit(chars[at], radix) < 0) {
      return false;
    }
    while (chars[at] < 128
        && (Character.digit(chars[at], radix) >= 0
            || (chars[at] == '_' && Character.digit(chars[at + 1], radix) >= 0))) {
      at++;
    }
    return true;
  }

  private boolean exponent() {
    at++;
    if (chars[at] == '+' || chars[at] == '-') {
      at++;
    }
    return digits(10);
  }

  private void skipJunk() {
    while (isWordPart(chars[at])) {
      at++;
    }
  }

  // psql

  private void metaCommand() {
    var start = at;
    at = lineEnd(at);
    while (classOf(chars[at - 1]) == SPACE) {
      at--;
    }
    add(Sign.META, start);
    statementStart = count;
  }

  // The arrays

  private void broken(int start, String reason) {
    reasons.put(count, reason);
    add(Sign.BROKEN, start);
  }

  private void add(Sign sign, int start) {
    if (count == signs.length) {
      var larger = count + (count >> 1) + 16;
      signs = Arrays.copyOf(signs, larger);
      keywords = Arrays.copyOf(keywords, larger);
      starts = Arrays.copyOf(starts, larger);
      ends = Arrays.copyOf(ends, larger);
    }
    signs[count] = (byte) sign.ordinal();
    keywords[count] = KeywordTable.NONE;
    starts[count] = start;
    ends[count] = at;
    count++;
  }

  // Characters

  private static byte classOf(char c) {
    return c < 128 ? CLASSES[c] : WORD;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isWordStart(char c) {
    return classOf(c) == WORD;
  }

  static boolean isWordPart(char c) {
    return c >= 128 || CLASSES[c] == WORD || CLASSES[c] == DIGIT || c == '$';
  }

  private static byte[] classes() {
    var classes = new byte[128];
    for (var c : " \t\n\r\f\u000b".toCharArray()) {
      classes[c] = SPACE;
    }
    for (var c = 'a'; c <= 'z'; c++) {
      classes[c] = WORD;
      classes[c - 32] = WORD;
    }
    classes['_'] = WORD;
    for (var c = '0'; c <= '9'; c++) {
      classes[c] = DIGIT;
    }
    for (var c : "+-*/<>=~!@#%^&|`?".toCharArray()) {
      classes[c] = OPERATOR;
    }
    return classes;
  }
}
