package dev.deed.lint.rule.type;

import dev.deed.lint.facts.KeyColumn;
import dev.deed.lint.facts.NewColumn;
import dev.deed.lint.facts.TypeChange;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/// Finds `ALTER COLUMN ... TYPE` that rewrites the table, of a column that belongs to a foreign key
/// or is referenced by one.
final class TypeOfKey implements TypeChange.Check {

  @Override
  public void check(TypeChange change) {
    var key = KeyColumn.of(change);
    if (!key.isKey() || !TypeRewrite.isRewritten(change)) {
      return;
    }
    var others = new LinkedHashSet<>(key.parents());
    others.addAll(key.children());
    others.remove(change.table());
    var names = others.stream().map(QualifiedName::dotted).collect(Collectors.joining(", "));
    var table = change.table().dotted();
    var message =
        "every value of %s is converted and its foreign keys are checked again: this rewrites %s while reads and writes of %s wait"
            .formatted(change.columnText(), table, others.isEmpty() ? "it" : "it and of " + names);
    var about = new ArrayList<ObjectName>();
    about.add(ObjectName.table(change.table()));
    others.forEach(other -> about.add(ObjectName.table(other)));
    change.view().report(change.effect().span(), message, NewColumn.instead(change), about);
  }
}
