package dev.deed.lint.rule.index;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.IndexEffect.CreatesIndex;
import dev.deed.sql.effect.ObjectName;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds unique indexes that are built on a table with rows.
final class UniqueMayFail implements EffectCheck<CreatesIndex> {

  @Override
  public void check(CreatesIndex index, RuleView view) {
    var columns =
        index.elements().stream().flatMap(e -> Optional.ofNullable(e.column()).stream()).toList();
    if (!index.unique()
        || !view.hasRows(index.table())
        || columns.size() < index.elements().size()) {
      return;
    }
    var table = view.relation(index.table());
    var list = columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    var values =
        columns.stream()
            .map(c -> Identifier.quoted(c) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    var where = index.where() == null ? values : values + " AND (" + index.where().text() + ")";
    view.report(
        index.span(),
        "this fails if two rows of %s are equal in %s, possibly after a long build"
            .formatted(table.dotted(), list),
        "search for such rows first\nSELECT %s, count(*) FROM %s WHERE %s GROUP BY %s HAVING count(*) > 1;"
            .formatted(list, index.table().quoted(), where, list),
        ObjectName.table(table));
  }
}
