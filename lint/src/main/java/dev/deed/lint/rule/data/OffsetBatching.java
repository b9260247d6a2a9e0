package dev.deed.lint.rule.data;

import dev.deed.lint.facts.WordSearch;
import dev.deed.lint.rule.RuleCheck.StatementCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Span;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.RunsBlock;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds batches of rows that are selected with `OFFSET`.
final class OffsetBatching implements StatementCheck {

  private static final WordSearch WORD = WordSearch.ignoringCase("offset");
  private static final Pattern LIMIT = Pattern.compile("(?i)\\blimit\\b");
  private static final Pattern OFFSET = Pattern.compile("(?i)(?<![\"\\w.])offset\\s+[\\w(:$]");

  @Override
  public void check(ResolvedStatement resolved, RuleView view) {
    written(resolved.statement().effects())
        .filter(writes -> isCountedOff(view, resolved.statement().span()))
        .filter(writes -> !view.isNew(writes.relation()))
        .ifPresent(writes -> {
          var table = view.relation(writes.relation());
          var message =
              "batches selected with OFFSET skip some rows of %s and process others twice, because changed rows move"
                  .formatted(table.dotted());
          var advice =
              "begin each batch after the last key of the previous one: WHERE id > last_id ORDER BY id LIMIT 1000";
          view.report(resolved.statement().span(), message, advice, ObjectName.table(table));
        });
  }

  private static boolean isCountedOff(RuleView view, Span span) {
    if (WORD.next(view.script().text(), span.start(), span.end()) < 0) {
      return false;
    }
    var text = view.text(span);
    return OFFSET.matcher(text).find() && LIMIT.matcher(text).find();
  }

  private static Optional<WritesRows> written(List<Effect> effects) {
    for (var effect : effects) {
      if (effect instanceof WritesRows writes) {
        return Optional.of(writes);
      }
      if (effect instanceof RunsBlock block) {
        var inside = written(block.body().effects());
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }
}
