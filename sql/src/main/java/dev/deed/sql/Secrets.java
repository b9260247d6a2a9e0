package dev.deed.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replaces passwords, keys and tokens in displayed SQL with the same number of asterisks, so that
/// columns do not change. Reads the text once, because findings may point into a very long one.
public final class Secrets {

  /// A word that ends like this names a secret if `=`, `:=`, `=>` or TO and a literal follow.
  private static final List<String> NAMES =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "pwd",
          "secret",
          "token",
          "api_key",
          "apikey",
          "access_key",
          "accesskey",
          "secret_key",
          "secretkey",
          "private_key",
          "privatekey",
          "credentials");

  /// Functions whose constant arguments are, or may be, keys.
  private static final Set<String> CIPHERS =
      Set.of(
          "pgp_sym_encrypt",
          "pgp_sym_decrypt",
          "pgp_sym_encrypt_bytea",
          "pgp_sym_decrypt_bytea",
          "pgp_pub_decrypt",
          "hmac",
          "encrypt",
          "decrypt",
          "encrypt_iv",
          "decrypt_iv",
          "digest",
          "md5",
          "sha224",
          "sha256",
          "sha384",
          "sha512");

  /// A function that keeps a secret: `vault.create_secret('x')`.
  private static final Pattern KEEPERS = Pattern.compile("^(create|set|update|add|change|store)_");

  /// In `INSERT INTO users (name, password) VALUES ...`, the names and values that follow.
  private static final Pattern COLUMNS =
      Pattern.compile(
          "\\s+into\\s+[^\\s(;'$]{1,200}\\s*\\(([^()'$;]{1,2000})\\)", Pattern.CASE_INSENSITIVE);

  /// Tokens of AWS, GitHub, GitLab, Slack, Stripe, Google, npm, SendGrid and others, and JSON web
  /// tokens.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}"
              + "|gh[pousr]_[A-Za-z0-9]{20,}+|github_pat_\\w{20,}+|gl(?:pat|dt|rt|cbt)-[\\w-]{16,}+"
              + "|xox[a-z]-[A-Za-z0-9-]{8,}+|xapp-[A-Za-z0-9-]{8,}+"
              + "|[srp]k_(?:live|test)_\\w{8,}+|whsec_\\w{8,}+|sk-[\\w-]{20,}+"
              + "|AIza[\\w-]{30,}+|ya29\\.[\\w-]{20,}+|npm_[A-Za-z0-9]{30,}+|pypi-[\\w-]{30,}+"
              + "|SG\\.[\\w-]{16,}+\\.[\\w-]{16,}+|hv[sb]\\.[\\w-]{20,}+|dop_v1_\\w{30,}+"
              + "|eyJ[\\w-]{8,}+\\.[\\w-]{8,}+(?:\\.[\\w-]*+)?");

  private static final String KEY_BLOCK = "-----BEGIN ";

  private final String text;

  /// Null until something is hidden: most texts have no secret, and are returned as they are.
  private @Nullable StringBuilder shown;

  private int at;

  private Secrets(String text) {
    this.text = text;
  }

  public static String masked(String sql) {
    var secrets = new Secrets(sql);
    secrets.readAll();
    return secrets.shown == null ? sql : secrets.shown.toString();
  }

  private void readAll() {
    while (at < text.length()) {
      var c = text.charAt(at);
      if (isWord(c)) {
        readWord();
      } else if (c == ':' && text.startsWith("://", at)) {
        at += 3;
        readUrl();
      } else if (c == '-' && text.startsWith(KEY_BLOCK, at)) {
        readKeyBlock();
      } else {
        at++;
      }
    }
  }

  private void readWord() {
    var start = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (isTokenStart(start)) {
      var token = TOKEN.matcher(text).region(start, text.length());
      if (token.lookingAt()) {
        mask(start, token.end());
        at = Math.max(at, token.end());
        return;
      }
    }
    if (at - start > 100 || at - start < 3 || !isNameEnd(at - 1)) {
      return;
    }
    var word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (word.equals("set_config")) {
      readSetting();
    } else if (word.equals("crypt") && isNext('(')) {
      at++;
      readLiteral(true);
    } else if (CIPHERS.contains(word) && isNext('(')) {
      maskLiterals();
    } else if (word.equals("bearer") && text.charAt(start) == 'B') {
      skipBlanks();
      readBare();
    } else if (word.equals("insert")) {
      readColumns();
    } else if (isName(word)) {
      if (KEEPERS.matcher(word).find() && isNext('(')) {
        maskLiterals();
      } else {
        readSecret(word.equals("password") || word.equals("pgpassword"));
      }
    }
  }

  /// Whether a word may mean anything here, by its last two letters: most words of a text do not.
  private boolean isNameEnd(int last) {
    var before =
        switch (text.charAt(last)) {
          case 'a', 'A', 'n', 'N', 'r', 'R', 'y', 'Y' -> "eE";
          case 'c', 'C' -> "aA";
          case 'd', 'D' -> "rwRW";
          case 'e', 'E' -> "sS";
          case 'g', 'G', 'v', 'V' -> "iI";
          case 's', 'S' -> "lL";
          case 't', 'T' -> "eprsEPRS";
          case '2' -> "1";
          case '4' -> "28";
          case '5' -> "dD";
          case '6' -> "5";
          default -> "";
        };
    return before.indexOf(text.charAt(last - 1)) >= 0;
  }

  private static boolean isName(String word) {
    for (var name : NAMES) {
      if (word.endsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /// Cheap, because a pattern tried at every word would take most of the time.
  private boolean isTokenStart(int start) {
    return start + 1 < text.length()
        && switch (text.charAt(start)) {
          case 'A' -> isAfter(start, "KSRI");
          case 'S' -> isAfter(start, "G");
          case 'd' -> isAfter(start, "o");
          case 'e', 'p' -> isAfter(start, "yk");
          case 'g' -> isAfter(start, "hil");
          case 'h' -> isAfter(start, "v");
          case 'n' -> isAfter(start, "p");
          case 'r', 's' -> isAfter(start, "k");
          case 'w' -> isAfter(start, "h");
          case 'x' -> isAfter(start, "oa");
          case 'y' -> isAfter(start, "a");
          default -> false;
        };
  }

  private boolean isAfter(int start, String letters) {
    return letters.indexOf(text.charAt(start + 1)) >= 0;
  }

  /// What follows the name of a secret: `PASSWORD 'x'`, `api_key 'x'`, `password = 'x'`,
  /// `"password": "x"`, `password=x`.
  private void readSecret(boolean isPassword) {
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
    }
    var before = at;
    skipBlanks();
    var isGiven = skipOperator();
    skipBlanks();
    if (at >= text.length()) {
      return;
    }
    if (text.charAt(at) == '%' && isPassword) {
      at = Math.min(text.length(), end(at, false, false) + 1);
      maskLiterals();
    } else if (isGiven && text.charAt(at) == '"') {
      maskUntil(at + 1, text.indexOf('"', at + 1));
    } else if (isGiven || isPassword || isOption(before)) {
      if (!readLiteral(true) && isGiven && isPassword && text.charAt(at) != '\'') {
        readBare();
      }
    } else {
      at = before;
    }
  }

  /// In `OPTIONS (api_key 'x')`, a literal follows the name.
  private boolean isOption(int before) {
    return at > before && text.charAt(at) == '\'';
  }

  private boolean skipOperator() {
    for (var operator : new String[] {":=", "=>", "=", ":"}) {
      if (text.startsWith(operator, at) && !text.startsWith("::", at)) {
        at += operator.length();
        return true;
      }
    }
    if (text.regionMatches(true, at, "to ", 0, 3)) {
      at += 3;
      return true;
    }
    return false;
  }

  private void readBare() {
    var start = at;
    while (at < text.length() && "'\"&$(),;".indexOf(text.charAt(at)) < 0 && !isBlank(at)) {
      at++;
    }
    mask(start, at);
  }

  /// Where a column is called like a secret, all values that are inserted are hidden.
  private void readColumns() {
    var columns = COLUMNS.matcher(text).region(at, text.length());
    if (!columns.lookingAt()) {
      return;
    }
    for (var column : columns.group(1).toLowerCase(Locale.ROOT).split("[\\s,\"]+")) {
      if (isName(column)) {
        at = columns.end();
        maskLiterals();
        return;
      }
    }
  }

  /// `set_config('app.password', 'x', false)`.
  private void readSetting() {
    if (!isNext('(')) {
      return;
    }
    at++;
    skipBlanks();
    var start = at;
    if (!readLiteral(false)) {
      return;
    }
    var name = text.substring(start, Math.min(at, start + 200)).toLowerCase(Locale.ROOT);
    var isSecret = isName(name.replaceAll("\\W+$", ""));
    if (isSecret && isNext(',')) {
      at++;
      readLiteral(true);
    }
  }

  /// Reads one string constant of any kind, which may be in another one with doubled quotes.
  ///
  /// @return whether there is one
  private boolean readLiteral(boolean isSecret) {
    skipBlanks();
    var start = at;
    var hasEscapes = false;
    if (text.regionMatches(true, at, "U&'", 0, 3)) {
      start += 2;
    } else if (text.regionMatches(true, at, "E'", 0, 2)
        || text.regionMatches(true, at, "N'", 0, 2)) {
      hasEscapes = text.charAt(at) != 'N' && text.charAt(at) != 'n';
      start += 1;
    }
    if (start < text.length() && text.charAt(start) == '\'') {
      readQuoted(start, hasEscapes, isSecret);
      return true;
    }
    return start < text.length() && text.charAt(start) == '$' && readDollarQuoted(isSecret);
  }

  private void readQuoted(int start, boolean hasEscapes, boolean isSecret) {
    var from = start;
    while (from < text.length() && text.charAt(from) == '\'') {
      from++;
    }
    if (from - start == 1 && isConcatenated(from)) {
      // The constant has ended, and the secret follows: 'ALTER ROLE a PASSWORD ' ||
      // quote_literal(...)
      at = from;
      maskLiterals();
      return;
    }
    var isNested =
        from - start > 1
            && from < text.length()
            && !isBlank(from)
            && ";,)".indexOf(text.charAt(from)) < 0;
    var to =
        from - start == 2 && !isNested
            ? start + 1
            : end(isNested ? from : start + 1, hasEscapes, isNested);
    var first = isNested ? from : start + 1;
    if (isSecret) {
      mask(first, to);
    }
    at = Math.min(text.length(), Math.max(to + 1, from));
  }

  private boolean isConcatenated(int from) {
    var i = from;
    while (i < text.length() && isBlank(i)) {
      i++;
    }
    return text.startsWith("||", i);
  }

  /// The quote that ends a constant; with doubled quotes around, the first one.
  private int end(int from, boolean hasEscapes, boolean isNested) {
    for (var i = from; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\' && hasEscapes) {
        i++;
      } else if (c == '\'' && !isNested && text.startsWith("''", i)) {
        i++;
      } else if (c == '\'') {
        return i;
      }
    }
    return text.length();
  }

  private boolean readDollarQuoted(boolean isSecret) {
    var tagEnd = at + 1;
    while (tagEnd < text.length() && isWord(text.charAt(tagEnd))) {
      tagEnd++;
    }
    if (!text.startsWith("$", tagEnd)) {
      return false;
    }
    var tag = text.substring(at, tagEnd + 1);
    var close = text.indexOf(tag, tagEnd + 1);
    var end = close < 0 ? text.length() : close;
    if (isSecret) {
      mask(tagEnd + 1, end);
    }
    at = Math.min(text.length(), end + tag.length());
    return true;
  }

  /// Masks every constant up to the end of the statement.
  private void maskLiterals() {
    while (at < text.length() && text.charAt(at) != ';') {
      if (text.charAt(at) == '\'') {
        var end = end(at + 1, false, false);
        mask(at + 1, end);
        at = end;
      }
      at++;
    }
  }

  private void maskUntil(int from, int end) {
    var to = end < 0 ? text.length() : end;
    mask(from, to);
    at = Math.min(text.length(), to + 1);
  }

  /// `scheme://user:password@host`; a password may contain `@`.
  private void readUrl() {
    var colon = -1;
    var last = -1;
    var i = at;
    for (; i < text.length() && "/'\"".indexOf(text.charAt(i)) < 0 && !isBlank(i); i++) {
      var c = text.charAt(i);
      colon = c == ':' && colon < 0 && last < 0 ? i : colon;
      last = c == '@' ? i : last;
    }
    if (colon >= 0 && last > colon) {
      mask(colon + 1, last);
    }
    at = i;
  }

  private void readKeyBlock() {
    var lineEnd = text.indexOf("-----", at + KEY_BLOCK.length());
    var isKey =
        lineEnd >= 0 && lineEnd - at < 80 && text.substring(at, lineEnd).endsWith("PRIVATE KEY");
    if (!isKey) {
      at += KEY_BLOCK.length();
      return;
    }
    maskUntil(lineEnd + 5, text.indexOf("-----END ", lineEnd + 5));
  }

  /// Line breaks remain, because findings are shown by line.
  private void mask(int from, int to) {
    var masked = shown == null ? new StringBuilder(text) : shown;
    for (var i = from; i < to; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        masked.setCharAt(i, '*');
      }
    }
    shown = masked;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (isBlank(at)) {
        at++;
      } else if (text.startsWith("/*", at)) {
        var end = text.indexOf("*/", at + 2);
        at = end < 0 ? text.length() : end + 2;
      } else if (text.startsWith("--", at)) {
        var end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else {
        return;
      }
    }
  }

  private boolean isNext(char wanted) {
    skipBlanks();
    return at < text.length() && text.charAt(at) == wanted;
  }

  private boolean isBlank(int i) {
    return Character.isWhitespace(text.charAt(i));
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
  }
}
