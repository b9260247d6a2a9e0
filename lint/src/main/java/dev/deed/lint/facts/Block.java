package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import java.util.regex.Pattern;

/// The text of a `DO` block; empty for any other statement.
///
/// @param start where the statement begins in the script
record Block(String text, int start) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE;
  private static final Pattern LOOP = Pattern.compile("(?<!end )\\bloop\\b", ANY_CASE);
  private static final Pattern END_LOOP = Pattern.compile("\\bend\\s+loop\\b", ANY_CASE);
  private static final Pattern COMMIT = Pattern.compile("\\bcommit\\b", ANY_CASE);
  private static final Pattern BEGIN = Pattern.compile("\\bbegin\\b", ANY_CASE);

  /// `FOR i IN 1..3`
  private static final Pattern COUNTED =
      Pattern.compile("\\bfor\\s+\\w+\\s+in\\s+(reverse\\s+)?\\d+\\s*\\.\\.", ANY_CASE);

  static Block of(RuleView view) {
    var span = view.statement().span();
    return new Block(view.isInBlock() ? view.text(span) : "", span.start());
  }

  /// Whether all batches of the block's loop are one transaction: it never commits, so each row
  /// stays locked until the last batch is done.
  boolean keepsAll(WritesRows writes) {
    var loop = LOOP.matcher(text);
    var end = END_LOOP.matcher(text);
    var place = writes.span().start() - start;
    return loop.find()
        && loop.start() < place
        && end.find(Math.clamp(place, 0, text.length()))
        && !COUNTED.matcher(text).find()
        && !COMMIT.matcher(text).find();
  }

  /// Whether the block declares the name as a variable or uses it as a loop counter.
  boolean hasVariable(String name) {
    var begin = BEGIN.matcher(text);
    var declared = begin.find() ? text.substring(0, begin.start()) : "";
    var word = "\\b" + Pattern.quote(name) + "\\b";
    return Pattern.compile(word, ANY_CASE).matcher(declared).find()
        || Pattern.compile("\\bfor\\s+" + word + "\\s+in\\b", ANY_CASE).matcher(text).find();
  }
}
