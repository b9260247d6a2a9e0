package dev.deed.sql.lex;

import dev.deed.sql.Keyword;
import dev.deed.sql.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text split into tokens, held in arrays; the last one is `END`. White space and comments are
/// not tokens.
public final class Tokens {

  static final byte OPEN = (byte) Sign.OPEN.ordinal();
  static final byte CLOSE = (byte) Sign.CLOSE.ordinal();
  private static final Sign[] SIGNS = Sign.values();

  /// In characters.
  private static final int LONG = 1 << 14;

  /// Appended to the text of a `StringBody`.
  private static final String SELECT = " SELECT";

  private final String text;

  /// Null for a short text, in which little comes again.
  private final @Nullable SharedTexts shared;

  private final TextOrigin origin;
  private final byte[] signs;
  private final short[] keywords;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final Map<Integer, String> reasons;
  private final Notes notes;

  Tokens(String text, Arrays arrays, Map<Integer, String> reasons, Notes notes) {
    this(
        text,
        text.length() < LONG ? null : new SharedTexts(),
        new TextOrigin.File(new Lines(text)),
        arrays,
        reasons,
        notes);
  }

  private Tokens(
      String text,
      @Nullable SharedTexts shared,
      TextOrigin origin,
      Arrays arrays,
      Map<Integer, String> reasons,
      Notes notes) {
    this.text = text;
    this.shared = shared;
    this.origin = origin;
    this.signs = arrays.signs;
    this.keywords = arrays.keywords;
    this.starts = arrays.starts;
    this.ends = arrays.ends;
    this.count = arrays.count;
    this.reasons = reasons;
    this.notes = notes;
  }

  /// Offsets into the text, `end` exclusive.
  public record Stretch(int start, int end) {}

  /// What a lexer notices besides tokens.
  ///
  /// @param strays whole comments that look like directives
  record Notes(List<Stretch> directives, List<Stretch> strays, List<Stretch> longNames) {
    static final Notes NONE = new Notes(List.of(), List.of(), List.of());
  }

  /// The output of a lexer; arrays may be longer than `count`.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Arrays(byte[] signs, short[] keywords, int[] starts, int[] ends, int count) {}

  public static Tokens of(String text) {
    return new Lexer(text).tokens();
  }

  /// The same tokens, which share their texts with those of other parts of a long text.
  public Tokens sharing(SharedTexts texts) {
    return new Tokens(
        text, texts, origin, new Arrays(signs, keywords, starts, ends, count), reasons, notes);
  }

  /// The tokens of code in a string, each character with its position in this text. A `SELECT` is
  /// appended, for `selecting`.
  public Tokens inside(StringBody body) {
    var code = of(body.value());
    var places = new int[body.origins().length];
    for (var i = 0; i < places.length; i++) {
      places[i] = origin.offset(body.origins()[i]);
    }
    return new Tokens(
        body.value() + SELECT,
        shared,
        new TextOrigin.Strings(origin.file(), places),
        new Arrays(code.signs, code.keywords, code.starts, code.ends, code.count),
        code.reasons,
        code.notes);
  }

  /// The tokens from `first` to `last` (exclusive) with `SELECT` in place of the one before them.
  /// Only for tokens of a `StringBody`.
  public Tokens selecting(int first, int last) {
    var piece = part(first - 1, last, last, last);
    piece.signs[0] = (byte) Sign.WORD.ordinal();
    piece.keywords[0] = (short) Keyword.SELECT.ordinal();
    piece.starts[0] = text.length() - SELECT.length() + 1;
    piece.ends[0] = text.length();
    return piece;
  }

  /// The tokens from `first` to `last` (exclusive) without those from `cutFirst` to `cutLast`
  /// (exclusive), and `END` after them.
  public Tokens part(int first, int last, int cutFirst, int cutLast) {
    var length = last - first - (cutLast - cutFirst);
    var arrays =
        new Arrays(
            new byte[length + 1],
            new short[length + 1],
            new int[length + 1],
            new int[length + 1],
            length + 1);
    copy(first, cutFirst, arrays, 0);
    copy(cutLast, last, arrays, cutFirst - first);
    arrays.signs[length] = (byte) Sign.END.ordinal();
    arrays.keywords[length] = KeywordTable.NONE;
    var end = last > first ? ends[last - 1] : starts[last];
    arrays.starts[length] = end;
    arrays.ends[length] = end;
    return new Tokens(text, shared, origin, arrays, Map.of(), Notes.NONE);
  }

  private void copy(int first, int last, Arrays target, int to) {
    System.arraycopy(signs, first, target.signs, to, last - first);
    System.arraycopy(keywords, first, target.keywords, to, last - first);
    System.arraycopy(starts, first, target.starts, to, last - first);
    System.arraycopy(ends, first, target.ends, to, last - first);
  }

  /// The same text as that of an earlier token, if there is one.
  public String shared(String part) {
    return shared == null ? part : shared.one(part);
  }

  public String text() {
    return text;
  }

  public int count() {
    return count;
  }

  public Sign sign(int token) {
    return SIGNS[signs[token]];
  }

  /// The key word of an unquoted word, or null.
  public @Nullable Keyword keyword(int token) {
    var keyword = keywords[token];
    return keyword < 0 ? null : KeywordTable.ALL[keyword];
  }

  public int start(int token) {
    return starts[token];
  }

  public int end(int token) {
    return ends[token];
  }

  /// As written, including quotes.
  public String raw(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /// The text from the start of one token to the end of another.
  public String textOf(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }

  /// True if the token is this word, in any case, or this sign.
  public boolean is(int token, String lowerCase) {
    var length = lowerCase.length();
    return token < count
        && ends[token] - starts[token] == length
        && text.regionMatches(true, starts[token], lowerCase, 0, length);
  }

  /// The reason why a `BROKEN` token is not valid.
  String reason(int token) {
    return reasons.getOrDefault(token, "text that PostgreSQL cannot read");
  }

  /// Comments that look like directives and are none.
  public List<Stretch> strayDirectives() {
    return notes.strays();
  }

  /// The text after `-- deed:` in comments.
  public List<Stretch> directives() {
    return notes.directives();
  }

  /// Names that PostgreSQL would truncate to 63 bytes.
  public List<Stretch> longNames() {
    return notes.longNames();
  }

  public Span span(int token) {
    return spanOf(starts[token], ends[token]);
  }

  /// From the start of one token to the end of another.
  public Span span(int first, int last) {
    return spanOf(starts[first], ends[last]);
  }

  /// Converts offsets in this text to a place in the file.
  public Span spanOf(int start, int end) {
    return origin.span(start, end);
  }

  /// The place in the file for an offset there, as in `SyntaxError`.
  public Span placeInFile(int fileOffset) {
    return origin.file().between(fileOffset, fileOffset + 1);
  }

  /// The offset in the file for an offset in this text.
  int offsetInFile(int offset) {
    return origin.offset(offset);
  }

  /// The token that starts at or after an offset in this text.
  public int tokenAt(int offset) {
    var found = java.util.Arrays.binarySearch(starts, 0, count - 1, offset);
    return found >= 0 ? found : Math.min(-found - 1, count - 1);
  }
}
