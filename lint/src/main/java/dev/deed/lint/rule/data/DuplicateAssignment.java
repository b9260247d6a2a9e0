package dev.deed.lint.rule.data;

import dev.deed.lint.rule.RuleCheck.EffectLook;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.effect.RowsEffect.Writing;
import java.util.HashSet;
import java.util.regex.Pattern;

/// Finds `UPDATE ... SET a = 1, a = 2`, which PostgreSQL refuses.
final class DuplicateAssignment implements EffectLook<WritesRows> {

  @Override
  public void look(WritesRows writes, RuleView scene) {
    if (writes.writing() != Writing.UPDATE) {
      return;
    }
    var seen = new HashSet<String>();
    for (var column : writes.columns()) {
      if (!seen.add(column) && !isInParts(column, scene)) {
        var table = scene.relation(writes.relation());
        var message =
            "%s is assigned twice: PostgreSQL refuses the statement"
                .formatted(Identifier.quoted(column));
        scene.report(
            writes.span(), message, "remove one of the two assignments", ObjectName.table(table));
        return;
      }
    }
  }

  /// Whether the statement assigns elements of an array (`a[1] = 1, a[2] = 2`) or fields of a
  /// composite value, which may be several.
  private static boolean isInParts(String column, RuleView scene) {
    var part = Pattern.compile("(?i)\\b" + Pattern.quote(column) + "\"?\\s*[\\[.]");
    return part.matcher(scene.text(scene.statement().span())).find();
  }
}
