package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The statements that recreate a relation with everything that belongs to it: sequences of its
/// columns, indexes, triggers, rules, policies, comments and privileges. Objects that it depends on
/// (types, functions, parents, referenced tables) must exist.
public final class RelationSql {

  private final Schema schema;
  private final List<String> statements = new ArrayList<>();

  private RelationSql(Schema schema) {
    this.schema = schema;
  }

  /// Each statement ends with `;`, the last one with a line break.
  public static String of(Schema schema, Relation relation) {
    return String.join(";\n", statements(schema, relation)) + ";\n";
  }

  /// Without semicolons.
  public static List<String> statements(Schema schema, Relation relation) {
    var sql = new RelationSql(schema);
    sql.add(relation);
    return List.copyOf(sql.statements);
  }

  /// One trigger, rule or policy, on a relation that exists. Without semicolons.
  public static List<String> statements(Schema schema, RelationPart part) {
    var sql = new RelationSql(schema);
    sql.addPart(part);
    return List.copyOf(sql.statements);
  }

  /// How a table's rows are stored, as it follows the columns in `CREATE TABLE`; `""` for the usual
  /// way.
  public static String storage(Table table) {
    return TableSql.storage(table);
  }

  private void add(Relation relation) {
    switch (relation) {
      case Table table -> addTable(table);
      case View view -> statements.add(view(view));
      case Sequence sequence -> statements.add(SequenceSql.of(sequence));
      case Index index -> statements.add(index.definition());
    }
    for (var object : schema.objects()) {
      if (object instanceof RelationPart part && part.relation().equals(relation.qualifiedName())) {
        addPart(part);
      } else if (object instanceof Index index
          && index.constraint() == null
          && index.parent() == null
          && index.table().equals(relation.qualifiedName())) {
        statements.add(index.definition());
        addAttributes(index);
      }
    }
    addAttributes(relation);
  }

  private void addTable(Table table) {
    var ownings = new ArrayList<String>();
    for (var object : schema.objects()) {
      if (object instanceof Sequence sequence && !sequence.identity()) {
        var column = sequence.ownedBy();
        if (column != null && column.name().equals(table.qualifiedName())) {
          statements.add(SequenceSql.of(sequence));
          ownings.add(
              "ALTER SEQUENCE %s OWNED BY %s"
                  .formatted(sequence.qualifiedName().quoted(), column.text()));
        }
      }
    }
    statements.add(new TableSql(schema, table).text());
    statements.addAll(ownings);
    var alter = "ALTER TABLE " + table.qualifiedName().quoted() + " ";
    if (table.rowSecurity().enabled()) {
      statements.add(alter + "ENABLE ROW LEVEL SECURITY");
    }
    if (table.rowSecurity().forced()) {
      statements.add(alter + "FORCE ROW LEVEL SECURITY");
    }
  }

  private static String view(View view) {
    var isMaterialized = view.name().kind() == ObjectKind.MATERIALIZED_VIEW;
    var options = TableSql.options(view.storage().options());
    return "CREATE %s %s%s AS%n    %s%s"
        .formatted(
            isMaterialized ? "MATERIALIZED VIEW" : "VIEW",
            view.qualifiedName().quoted(),
            options.isEmpty() ? "" : " WITH (" + options + ")",
            view.definition(),
            isMaterialized && !view.withData() ? " WITH NO DATA" : "");
  }

  private void addPart(RelationPart part) {
    var on = part.relation().quoted();
    var name = Identifier.quoted(part.part());
    switch (part) {
      case TableColumn column -> addColumn(column);
      case OutputColumn column -> {
        if (column.defaultValue() != null) {
          statements.add(
              "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s"
                  .formatted(on, name, column.defaultValue().text()));
        }
      }
      case TableConstraint constraint -> {
        if (!constraint.validated() && constraint.local()) {
          statements.add(
              "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
                  .formatted(on, name, constraint.definition()));
        }
      }
      case Trigger trigger -> {
        if (!trigger.inherited()) {
          var kind = trigger.fires().constraint() ? "CONSTRAINT TRIGGER" : "TRIGGER";
          statements.add("CREATE %s %s %s".formatted(kind, name, trigger.definition()));
          addState(on, "TRIGGER " + name, trigger.enabled());
        }
      }
      case Rule rule -> {
        statements.add("CREATE RULE %s AS %s".formatted(name, rule.definition()));
        addState(on, "RULE " + name, rule.enabled());
      }
      case Policy policy -> statements.add(policy(policy, name, on));
    }
    addAttributes(part);
  }

  private void addState(String table, String what, Firing enabled) {
    switch (enabled) {
      case DISABLED -> statements.add("ALTER TABLE %s DISABLE %s".formatted(table, what));
      case REPLICA, ALWAYS ->
          statements.add("ALTER TABLE %s ENABLE %s %s".formatted(table, enabled.name(), what));
      case ORIGIN -> {}
    }
  }

  private void addColumn(TableColumn column) {
    var alter =
        "ALTER TABLE %s ALTER COLUMN %s SET "
            .formatted(column.relation().quoted(), Identifier.quoted(column.part()));
    var storage = column.storage();
    if (storage.storage() != null) {
      statements.add(alter + "STORAGE " + storage.storage().toUpperCase(Locale.ROOT));
    }
    if (storage.statistics() != null) {
      statements.add(alter + "STATISTICS " + storage.statistics());
    }
    if (!storage.options().isEmpty()) {
      statements.add(alter + "(" + TableSql.options(storage.options()) + ")");
    }
  }

  private static String policy(Policy policy, String name, String table) {
    var text = new StringBuilder("CREATE POLICY ").append(name).append(" ON ").append(table);
    text.append(policy.permissive() ? "" : " AS RESTRICTIVE");
    if (policy.command() != PolicyCommand.ALL) {
      text.append(" FOR ").append(policy.command().name());
    }
    if (!policy.roles().isEmpty() && !policy.roles().equals(List.of("public"))) {
      text.append(" TO ")
          .append(policy.roles().stream().map(ObjectSql::role).collect(Collectors.joining(", ")));
    }
    if (policy.using() != null) {
      text.append(" USING (").append(policy.using().text()).append(')');
    }
    if (policy.check() != null) {
      text.append(" WITH CHECK (").append(policy.check().text()).append(')');
    }
    return text.toString();
  }

  private void addAttributes(SchemaObject object) {
    var attributes = object.attributes();
    var name = object.name();
    if (attributes.comment() != null) {
      statements.add(
          "COMMENT ON %s %s IS %s"
              .formatted(
                  name.kind().words().toUpperCase(Locale.ROOT),
                  name.text(),
                  literal(attributes.comment())));
    }
    statements.addAll(grants(object, name.name()));
  }

  /// The privileges on a relation or a column, given on another relation of that kind.
  public static List<String> grants(SchemaObject object, QualifiedName relation) {
    var grants = new ArrayList<String>();
    var kind = object.name().kind();
    var column =
        kind == ObjectKind.COLUMN ? " (" + Identifier.quoted(object.name().own()) + ")" : "";
    object
        .attributes()
        .privileges()
        .byGrantee()
        .forEach((grantee, held) ->
            held.forEach((privilege, grantable) ->
                grants.add(
                    "GRANT %s%s ON %s TO %s%s"
                        .formatted(
                            privilege.toUpperCase(Locale.ROOT),
                            column,
                            granted(kind, relation),
                            ObjectSql.role(grantee),
                            grantable ? " WITH GRANT OPTION" : ""))));
    return grants;
  }

  private static String granted(ObjectKind kind, QualifiedName name) {
    return kind == ObjectKind.SEQUENCE ? "SEQUENCE " + name.quoted() : name.quoted();
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
