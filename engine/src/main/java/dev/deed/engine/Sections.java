package dev.deed.engine;

import dev.deed.sql.Span;
import dev.deed.sql.script.CommandTag;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Splits a file with both directions, by blanking the other one. Understands deed's own marker
/// lines (`-- UP Migration`, `-- DOWN Migration (Rollback)`) and those of other tools.
///
/// @param down null if the file has no down marker
/// @param commented the down part was written as comments, so that plain `psql -f` runs only the up
/// @param alone a marker of another tool says that the file must not run in a transaction
public record Sections(String up, @Nullable String down, boolean commented, boolean alone) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;
  private static final Pattern UP =
      Pattern.compile(
          "--\\s*(up\\s+migration\\b.*|migrate:up\\b.*|\\+(goose|migrate)\\s+up\\b.*|!ups\\s*)",
          ANY_CASE);
  private static final Pattern DOWN =
      Pattern.compile(
          "--\\s*(down\\s+migration\\b.*|migrate:down\\b.*|\\+(goose|migrate)\\s+down\\b.*"
              + "|!downs\\s*|//\\s*@undo\\b.*|--\\s*create above / drop below\\s*-*\\s*)",
          ANY_CASE);
  private static final Pattern ALONE =
      Pattern.compile(
          "--\\s*(migrate:up\\s.*transaction:false.*|\\+goose no transaction"
              + "|\\+migrate\\s+(up|down)\\s+notransaction.*)",
          ANY_CASE);
  private static final String MARKER_BEGINS = "uUdDmM+!/-";

  /// Before the word: `section: down`, `+micrate Down`, `2. rollback`, `to undo this`.
  private static final String BEFORE =
      "(?:(?:begin|start)(?: of)? |(?:for |to |how to )|(?:sql )?(?:section|name|step|part|phase|direction) )?"
          + "(?:\\d+ )?(?:the )?(?:migrat(?:e|ions?|or) |micrate |rambler |dbmate |goose |sqitch |tern )?";

  /// A comment on a line of its own that many would read as the start of a down section.
  private static final Pattern LIKE_DOWN =
      Pattern.compile(
          BEFORE
              + "(?:downs?|downgrade|undo|rollback|roll back|revert|reverse|backwards?)"
              + "(?: (?:this|the|migrations?|migrate|scripts?|section|sql|part|step|statements?"
              + "|changes?|begins?|starts?|here|below|\\d+))*"
              + "(?: rollback| undo)?");

  /// `-- any-tool:down`, `-- +any down`.
  private static final Pattern TAGGED_DOWN =
      Pattern.compile("--\\s*(?:\\+\\s*\\w+\\s+|@?[\\w-]+:)(?:down|rollback)\\s*", ANY_CASE);

  /// Longer ones are not headings.
  private static final int HEADING = 80;

  private static final Pattern COMMENT_LINE =
      Pattern.compile(
          "(?m)^[ \\t]*(--[^\\r\\n]{0,200}|/\\*(?:[^*]|\\*(?!/)){0,200}\\*/)[ \\t]*\\r?$");

  private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}']+");

  /// The first words of statements.
  private static final Set<String> BEGINNINGS =
      Stream.concat(
              Arrays.stream(CommandTag.values()).map(tag -> tag.words().split(" ")[0]),
              Stream.of("WITH", "VALUES", "TABLE", "END", "ABORT", "ANALYSE"))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern SPEAKS_TO_DEED = Pattern.compile("--\\s*deed:.*", ANY_CASE);

  public static Sections of(String text) {
    return new Cutting(text).sections();
  }

  /// The place of a comment that looks like the start of the down but is not a marker, in a text
  /// without a down: both parts would run. A down that is written as comments runs nothing.
  public static Optional<Span> unclear(String text) {
    var comments = COMMENT_LINE.matcher(text);
    TopLevelComments topLevel = null;
    while (comments.find()) {
      var comment = comments.group(1);
      if (!isLikeDown(comment)) {
        continue;
      }
      topLevel = topLevel == null ? TopLevelComments.of(text) : topLevel;
      if (topLevel.startAt(comments.start(1))
          && topLevel.isCodeAfter(comments.end(1))
          && of(text).down() == null) {
        var line = 1 + (int) text.chars().limit(comments.start(1)).filter(c -> c == '\n').count();
        var column = 1 + comments.start(1) - comments.start();
        return Optional.of(new Span(comments.start(1), comments.end(1), line, column));
      }
    }
    return Optional.empty();
  }

  private static boolean isLikeDown(String comment) {
    var words = words(comment);
    return words.length() <= HEADING
        && (LIKE_DOWN.matcher(words).matches() || TAGGED_DOWN.matcher(comment).matches());
  }

  /// The words of a comment in small letters, without any decoration.
  private static String words(String comment) {
    return comment.replaceAll("[^a-zA-Z0-9;'\"]+", " ").strip().toLowerCase(Locale.ROOT);
  }

  /// The start of the next line that contains two dashes.
  private static int nextComment(String text, int from) {
    var dashes = text.indexOf("--", from);
    return dashes < 0 ? text.length() : Math.max(from, text.lastIndexOf('\n', dashes) + 1);
  }

  /// The line if it is a comment that can be a marker, else empty: one letter rules out most lines.
  private static String markerOf(String text, int start, int end) {
    var line = text.substring(start, end).strip();
    if (!line.startsWith("--")) {
      return "";
    }
    var at = 2;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() && MARKER_BEGINS.indexOf(line.charAt(at)) >= 0 ? line : "";
  }

  private static int lineEnd(String text, int start) {
    var end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end + 1;
  }

  private static int lineBreak(String text, int from, int end) {
    var newline = text.indexOf('\n', from, end);
    var before = newline < 0 ? end : newline;
    var carriageReturn = text.indexOf('\r', from, before);
    return carriageReturn < 0 ? before : carriageReturn;
  }

  /// Where the first line begins that is not blank: before the down are as many blanks as the up
  /// has characters.
  private static int firstLine(StringBuilder down) {
    var first = 0;
    while (first < down.length() && Character.isWhitespace(down.charAt(first))) {
      first++;
    }
    return down.lastIndexOf("\n", first) + 1;
  }

  private static boolean isCommented(String down) {
    return down.lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("--"));
  }

  private static String uncommented(String down) {
    var text = new StringBuilder(down.length());
    for (var start = 0; start < down.length(); ) {
      var end = lineEnd(down, start);
      text.append(uncommentedLine(down.substring(start, end)));
      start = end;
    }
    return text.toString();
  }

  /// `-- nothing to undo`: words that are not SQL and do not end a statement. A misspelt statement
  /// with its semicolon is not taken for them.
  private static boolean isProse(String uncommented) {
    var words =
        uncommented
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("--"))
            .toList();
    if (words.isEmpty() || words.stream().anyMatch(line -> line.endsWith(";"))) {
      return false;
    }
    var first = FIRST_WORD.matcher(words.getFirst());
    return first.find() && !BEGINNINGS.contains(first.group().toUpperCase(Locale.ROOT));
  }

  private static String uncommentedLine(String line) {
    var marker = markerOf(line, 0, line.length());
    if (DOWN.matcher(marker).matches() || SPEAKS_TO_DEED.matcher(marker).matches()) {
      return line;
    }
    var dashes = line.indexOf("--");
    return dashes < 0 ? line : line.substring(0, dashes) + "  " + line.substring(dashes + 2);
  }

  /// Goes from marker to marker: the text between two of them is copied to one side and blanked on
  /// the other.
  private static final class Cutting {

    private final String text;
    private final StringBuilder up;
    private final StringBuilder down;
    private boolean inDown;
    private boolean hasDown;
    private boolean alone;
    private @Nullable TopLevelComments topLevel;
    private int begun;

    Cutting(String text) {
      this.text = text;
      this.up = new StringBuilder(text.length());
      this.down = new StringBuilder(text.length());
    }

    Sections sections() {
      for (var start = nextComment(text, 0); start < text.length(); ) {
        var end = lineEnd(text, start);
        var marker = markerOf(text, start, end);
        if (!marker.isEmpty()) {
          read(marker, start);
        }
        start = nextComment(text, end);
      }
      if (!hasDown) {
        return new Sections(text, null, false, alone);
      }
      divide(text.length());
      var first = firstLine(down);
      var written = down.substring(first);
      var isCommented = isCommented(written);
      if (isCommented) {
        var sql = uncommented(written);
        if (!isProse(sql)) {
          down.replace(first, down.length(), CommentedLiterals.exact(sql));
        }
      }
      return new Sections(up.toString(), down.toString(), isCommented, alone);
    }

    private void read(String marker, int start) {
      alone |= ALONE.matcher(marker).matches();
      var isDown = DOWN.matcher(marker).matches();
      var isMarker = isDown || UP.matcher(marker).matches();
      if (isMarker && !topLevel().startAt(text.indexOf("--", start))) {
        return;
      }
      if (isMarker) {
        divide(start);
        inDown = isDown;
        hasDown |= isDown;
      }
    }

    private TopLevelComments topLevel() {
      var known = topLevel == null ? TopLevelComments.of(text) : topLevel;
      topLevel = known;
      return known;
    }

    private void divide(int end) {
      (inDown ? down : up).append(text, begun, end);
      blank(end, inDown ? up : down);
      begun = end;
    }

    private void blank(int end, StringBuilder side) {
      for (var from = begun; from < end; ) {
        var lineBreak = lineBreak(text, from, end);
        side.repeat(' ', lineBreak - from);
        if (lineBreak < end) {
          side.append(text.charAt(lineBreak));
        }
        from = lineBreak + 1;
      }
    }
  }
}
