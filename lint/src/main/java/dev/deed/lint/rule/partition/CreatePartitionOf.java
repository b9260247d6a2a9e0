package dev.deed.lint.rule.partition;

import dev.deed.lint.rule.RuleCheck.EffectCheck;
import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableEffect.CreatesTable;
import java.util.ArrayList;
import java.util.Locale;

/// Finds `CREATE TABLE ... PARTITION OF` a table in use.
final class CreatePartitionOf implements EffectCheck<CreatesTable> {

  @Override
  public void check(CreatesTable creates, RuleView view) {
    var partition = creates.definition().partitionOf();
    if (partition == null || view.isNew(partition.parent())) {
      return;
    }
    var created = view.catalog().created(creates.table());
    if (creates.ifNotExists() && view.catalog().table(created).isPresent()) {
      return;
    }
    var parent = view.relation(partition.parent());
    var other = AttachWithoutCheck.defaultPartition(parent, view);
    var about = new ArrayList<ObjectName>();
    about.add(ObjectName.table(parent));
    other.ifPresent(o -> about.add(ObjectName.table(o)));
    var message =
        "this blocks reads and writes of %s and all its partitions: it waits for every query on them, and later queries wait for it"
                .formatted(parent.dotted())
            + other
                .map(o -> "; then the default partition " + o.dotted() + " is scanned")
                .orElse("");
    var table = creates.table().quoted();
    var written = partition.parent().quoted();
    var advice =
        String.join(
            "\n",
            "create the table by itself, then attach it, which does not block reads or writes",
            "CREATE TABLE %s (LIKE %s INCLUDING ALL%s);"
                .formatted(table, written, hasIdentity(parent, view) ? " EXCLUDING IDENTITY" : ""),
            "ALTER TABLE %s ATTACH PARTITION %s %s;"
                .formatted(written, table, bound(partition.bound())));
    view.report(partition.span(), message, advice, about);
  }

  /// Whether the parent has an identity column; a table with an identity column of its own cannot
  /// be attached.
  private static boolean hasIdentity(QualifiedName parent, RuleView view) {
    return view.catalog().columns(parent).stream().anyMatch(c -> c.identity() != null);
  }

  private static String bound(String canonical) {
    var text = new StringBuilder();
    var isQuoted = false;
    for (var i = 0; i < canonical.length(); i++) {
      var c = canonical.charAt(i);
      isQuoted ^= c == '\'' || c == '"';
      text.append(isQuoted ? c : Character.toString(c).toUpperCase(Locale.ROOT));
    }
    return text.toString();
  }
}
