package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ExcludeElement;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Rule;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.ForeignKeyAction;
import dev.deed.sql.effect.ForeignKeyMatch;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Definitions as SQL, in the spelling of `pg_get_constraintdef` and `pg_get_indexdef`.
public final class DefinitionText {

  /// Text to be run.
  static final DefinitionText SQL = new DefinitionText(ExpressionText::text);

  /// Text to be compared.
  public static final DefinitionText NORMAL = new DefinitionText(ExpressionText::canonical);

  private final Function<ExpressionText, String> spelling;

  private DefinitionText(Function<ExpressionText, String> spelling) {
    this.spelling = spelling;
  }

  String constraint(TableConstraint constraint) {
    var text = new StringBuilder(rule(constraint.rule()));
    if (constraint.noInherit()) {
      text.append(" NO INHERIT");
    }
    text.append(constraint.deferrability().sql());
    return constraint.enforced() ? text.toString() : text + " NOT ENFORCED";
  }

  private String rule(Rule rule) {
    return switch (rule) {
      case Check check -> "CHECK (" + spelling.apply(check.condition()) + ")";
      case NotNull notNull -> "NOT NULL " + Facets.quoted(List.of(notNull.column()));
      case Unique unique ->
          (unique.nullsNotDistinct() ? "UNIQUE NULLS NOT DISTINCT " : "UNIQUE ")
              + key(unique.columns(), unique.withoutOverlaps(), unique.include())
              + with(unique.options());
      case PrimaryKey key ->
          "PRIMARY KEY "
              + key(key.columns(), key.withoutOverlaps(), key.include())
              + with(key.options());
      case ForeignKey key -> foreignKey(key);
      case Exclude exclude -> exclude(exclude);
    };
  }

  private static String key(List<String> columns, boolean withoutOverlaps, List<String> include) {
    var overlaps = withoutOverlaps ? " WITHOUT OVERLAPS" : "";
    return "(" + Facets.quoted(columns) + overlaps + ")" + include(include);
  }

  private static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE (" + Facets.quoted(columns) + ")";
  }

  private static String with(Map<String, String> options) {
    if (options.isEmpty()) {
      return "";
    }
    return new TreeMap<>(options)
        .entrySet().stream()
            .map(o -> o.getValue().isEmpty() ? o.getKey() : o.getKey() + "=" + o.getValue())
            .collect(Collectors.joining(", ", " WITH (", ")"));
  }

  private String foreignKey(ForeignKey key) {
    var text = new StringBuilder("FOREIGN KEY ");
    text.append(columns(key.columns(), key.period())).append(" REFERENCES ");
    text.append(key.parent().quoted());
    if (!key.parentColumns().isEmpty()) {
      text.append(columns(key.parentColumns(), key.period()));
    }
    if (key.match() != ForeignKeyMatch.SIMPLE) {
      text.append(" MATCH ").append(key.match().name());
    }
    if (key.onUpdate() != ForeignKeyAction.NO_ACTION) {
      text.append(" ON UPDATE ").append(key.onUpdate().sql());
    }
    var onDelete = key.onDelete();
    if (onDelete.action() != ForeignKeyAction.NO_ACTION) {
      text.append(" ON DELETE ").append(onDelete.action().sql());
      text.append(
          onDelete.columns().isEmpty() ? "" : " (" + Facets.quoted(onDelete.columns()) + ")");
    }
    return text.toString();
  }

  private static String columns(List<String> columns, boolean period) {
    if (!period) {
      return "(" + Facets.quoted(columns) + ")";
    }
    var last = columns.size() - 1;
    var plain = last == 0 ? "" : Facets.quoted(columns.subList(0, last)) + ", ";
    return "(" + plain + "PERIOD " + Facets.quoted(columns.subList(last, last + 1)) + ")";
  }

  private String exclude(Exclude exclude) {
    var elements = exclude.elements().stream().map(this::element).collect(Collectors.joining(", "));
    var where = exclude.where() == null ? "" : " WHERE (" + spelling.apply(exclude.where()) + ")";
    return "EXCLUDE USING "
        + exclude.method()
        + " ("
        + elements
        + ")"
        + include(exclude.include())
        + with(exclude.options())
        + where;
  }

  private String element(ExcludeElement element) {
    return element(element.element()) + " WITH " + operator(element.operator());
  }

  private static String operator(QualifiedName operator) {
    return operator.schema() == null
        ? operator.name()
        : "OPERATOR(" + Facets.quoted(List.of(operator.schema())) + "." + operator.name() + ")";
  }

  String index(Index index) {
    var text = new StringBuilder(index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ");
    text.append(Identifier.quoted(index.qualifiedName().name()));
    text.append(" ON ").append(index.table().quoted()).append(" USING ").append(index.method());
    text.append(
        index.elements().stream().map(this::element).collect(Collectors.joining(", ", " (", ")")));
    text.append(include(index.include()));
    if (index.nullsNotDistinct()) {
      text.append(" NULLS NOT DISTINCT");
    }
    text.append(with(index.storage().options()));
    if (index.storage().tablespace() != null) {
      text.append(" TABLESPACE ").append(Identifier.quoted(index.storage().tablespace()));
    }
    if (index.where() != null) {
      text.append(" WHERE (").append(spelling.apply(index.where())).append(')');
    }
    return text.toString();
  }

  public String element(IndexElement element) {
    var text = new StringBuilder();
    text.append(
        element.column() == null
            ? "(" + spelling.apply(element.expression()) + ")"
            : Facets.quoted(List.of(element.column())));
    if (element.collation() != null) {
      text.append(" COLLATE ").append(element.collation().quoted());
    }
    if (element.operatorClass() != null) {
      text.append(' ').append(element.operatorClass().quoted()).append(options(element));
    }
    if (element.descending()) {
      text.append(" DESC");
    }
    // PostgreSQL's default: nulls sort as the largest values.
    var first = element.nullsFirst();
    if (first != null && first != element.descending()) {
      text.append(first ? " NULLS FIRST" : " NULLS LAST");
    }
    return text.toString();
  }

  private static String options(IndexElement element) {
    var options = element.operatorClassOptions();
    return options.isEmpty() || options.startsWith("(") ? options : "(" + options + ")";
  }

  String partitionBy(PartitionBy partitionBy) {
    return partitionBy.keys().stream()
        .map(this::key)
        .collect(
            Collectors.joining(", ", partitionBy.strategy().toUpperCase(Locale.ROOT) + " (", ")"));
  }

  private String key(PartitionKey key) {
    var text =
        key.column() == null
            ? "(" + spelling.apply(key.expression()) + ")"
            : Facets.quoted(List.of(key.column()));
    var collation = key.collation() == null ? "" : " COLLATE " + key.collation().quoted();
    var operators = key.operatorClass() == null ? "" : " " + key.operatorClass().quoted();
    return text + collation + operators;
  }

  static String names(Collection<QualifiedName> names) {
    return names.stream().map(QualifiedName::quoted).collect(Collectors.joining(", "));
  }
}
