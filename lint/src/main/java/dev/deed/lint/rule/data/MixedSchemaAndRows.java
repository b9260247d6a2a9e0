package dev.deed.lint.rule.data;

import dev.deed.lint.rule.HeldLocks;
import dev.deed.lint.rule.RuleCheck.ScriptCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.effect.Access;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RowsEffect.WritesRows;
import dev.deed.sql.replay.ResolvedStatement;
import java.util.Optional;
import java.util.function.Predicate;

/// Finds scripts that change both tables and rows that existed before.
final class MixedSchemaAndRows implements ScriptCheck {

  @Override
  public void check(RuleView view) {
    // The way back of a changeover brings rows and values back together with what holds them.
    if ((view.isDown() && view.isPartOf("expand", "contract"))
        || !view.has(WritesRows.class)
        || view.hasReported("work-under-lock")) {
      return;
    }
    var written = first(view, resolved -> written(resolved, view).isPresent());
    if (written.isEmpty()) {
      return;
    }
    var changed = first(view, resolved -> changesTable(resolved, view));
    if (changed.isEmpty() || changed.equals(written)) {
      return;
    }
    var table = written(written.get(), view).orElseThrow();
    var message =
        "this changes rows of %s in a script that also changes tables: neither can be undone without the other"
            .formatted(table.name().dotted());
    var advice = "change the rows in a migration of their own, after the one that changes tables";
    view.report(written.get().statement().span(), message, advice, table);
  }

  private static Optional<ResolvedStatement> first(
      RuleView view, Predicate<ResolvedStatement> wanted) {
    return view.read().stream().filter(wanted).findFirst();
  }

  private static boolean changesTable(ResolvedStatement resolved, RuleView view) {
    return HeldLocks.ofOthers(resolved, view).stream()
        .anyMatch(t -> t.access() == Access.DEFINES && !t.implied());
  }

  private static Optional<ObjectName> written(ResolvedStatement resolved, RuleView view) {
    if (resolved.statement().first(WritesRows.class).isEmpty()) {
      return Optional.empty();
    }
    return resolved.touches().stream()
        .filter(t -> t.access() == Access.WRITES && !t.implied() && t.object().kind().isRelation())
        .map(t -> t.object())
        .filter(o -> !resolved.fresh().contains(o) && !view.isNew(o))
        .findFirst();
  }
}
