package dev.deed.lint.rule.constraint;

import dev.deed.lint.facts.AddedConstraint;
import dev.deed.lint.rule.NotNull;
import dev.deed.lint.rule.SafeSql;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import java.util.Objects;

/// Finds `ADD PRIMARY KEY USING INDEX` over columns that may be null.
final class PrimaryKeyOverNullable implements AddedConstraint.Check<PrimaryKey> {

  @Override
  public void check(AddedConstraint<PrimaryKey> added) {
    if (added.demand().usingIndex() == null) {
      return;
    }
    var view = added.view();
    var index = view.catalog().index(added.table().renamed(added.demand().usingIndex()));
    var columns =
        index.stream()
            .flatMap(i -> i.elements().stream())
            .map(e -> e.column())
            .filter(Objects::nonNull)
            .toList();
    var nullable = AddPrimaryKey.nullable(added, columns);
    if (nullable.isEmpty()) {
      return;
    }
    var steps = new StringBuilder("set NOT NULL first, in steps that do not block reads or writes");
    for (var column : nullable) {
      steps.append('\n').append(NotNull.later(view, added.effect().table(), column));
      steps.append("\n-- in a later migration");
    }
    var addition = SafeSql.oneLine(view.text(added.constraint().span()));
    added.report(
        "this blocks reads and writes of %s while the table is scanned for nulls in %s"
            .formatted(
                added.table().dotted(),
                String.join(", ", nullable.stream().map(Identifier::quoted).toList())),
        steps + "\n" + added.alter("ADD " + addition));
  }
}
