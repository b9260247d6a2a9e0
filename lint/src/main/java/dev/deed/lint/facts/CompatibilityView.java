package dev.deed.lint.facts;

import dev.deed.lint.rule.RuleView;
import dev.deed.sql.QualifiedName;

/// The SQL of a view that replaces a table under its old name.
public final class CompatibilityView {

  /// From this version on, views can check the privileges and policies of the role that uses them.
  private static final int KNOWS_INVOKER = 15;

  private CompatibilityView() {}

  /// `CREATE VIEW` under the old name, and `DROP VIEW` for a later migration.
  public static String view(QualifiedName oldName, QualifiedName newName, RuleView view) {
    var options = view.postgres() >= KNOWS_INVOKER ? " WITH (security_invoker = true)" : "";
    return String.join(
        "\n",
        "CREATE VIEW %s%s AS SELECT * FROM %s;"
            .formatted(oldName.quoted(), options, newName.quoted()),
        "-- in a later migration, when no deployed code uses the old name",
        "DROP VIEW " + oldName.quoted() + ";");
  }
}
