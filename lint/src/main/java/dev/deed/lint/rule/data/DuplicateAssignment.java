package dev.deed.lint.rule.data;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.HashSet;
import java.util.regex.Pattern;

/// Finds `UPDATE ... SET a = 1, a = 2`, which PostgreSQL refuses.
final class DuplicateAssignment implements EffectCheck<WritesRows> {

  @Override
  public void check(WritesRows writes, RuleView view) {
    if (writes.writing() != Writing.UPDATE) {
      return;
    }
    var seen = new HashSet<String>();
    for (var column : writes.columns()) {
      if (!seen.add(column) && !isInParts(column, view)) {
        var table = view.relation(writes.relation());
        var message =
            "%s is assigned twice: PostgreSQL refuses the statement"
                .formatted(Identifier.quoted(column));
        view.report(
            writes.span(), message, "remove one of the two assignments", ObjectName.table(table));
        return;
      }
    }
  }

  /// Whether the statement assigns elements of an array (`a[1] = 1, a[2] = 2`) or fields of a
  /// composite value, which may be several.
  private static boolean isInParts(String column, RuleView view) {
    var part = Pattern.compile("(?i)\\b" + Pattern.quote(column) + "\"?\\s*[\\[.]");
    return part.matcher(view.text(view.statement().span())).find();
  }
}
