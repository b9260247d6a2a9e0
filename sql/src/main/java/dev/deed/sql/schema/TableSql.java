package dev.deed.sql.schema;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `CREATE TABLE`, one column or constraint per line.
record TableSql(Schema schema, Table table) {

  String text() {
    var text = new StringBuilder(head());
    var partition = table.partition();
    if (table.ofType() != null) {
      text.append(" OF ").append(table.ofType().quoted());
    } else if (partition != null) {
      text.append(" PARTITION OF ").append(partition.parent().quoted());
    }
    var elements = elements();
    if (!elements.isEmpty()) {
      text.append(" (\n    ").append(String.join(",\n    ", elements)).append("\n)");
    } else if (table.ofType() == null && partition == null) {
      text.append(" ()");
    }
    return text + tail();
  }

  private String head() {
    var unlogged = table.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
    var foreign = table.server() == null ? "" : "FOREIGN ";
    return "CREATE " + unlogged + foreign + "TABLE " + table.qualifiedName().quoted();
  }

  private String tail() {
    var partition = table.partition();
    return (partition == null ? "" : " " + partition.bound()) + tail(table);
  }

  /// What follows the elements.
  static String tail(Table table) {
    var text = new StringBuilder();
    if (!table.inherits().isEmpty()) {
      text.append("\nINHERITS (").append(DefinitionText.names(table.inherits())).append(')');
    }
    if (table.partitionBy() != null) {
      text.append("\nPARTITION BY ").append(DefinitionText.SQL.partitionBy(table.partitionBy()));
    }
    if (table.server() != null) {
      text.append("\nSERVER ").append(Identifier.quoted(table.server().name()));
      text.append(foreignOptions(table.server().options()));
    }
    return text + storage(table);
  }

  /// How rows are stored; `""` for the usual way.
  static String storage(Table table) {
    var text = new StringBuilder();
    var storage = table.storage();
    if (storage.accessMethod() != null) {
      text.append("\nUSING ").append(Identifier.quoted(storage.accessMethod()));
    }
    if (!storage.options().isEmpty()) {
      text.append("\nWITH (").append(options(storage.options())).append(')');
    }
    if (storage.tablespace() != null) {
      text.append("\nTABLESPACE ").append(Identifier.quoted(storage.tablespace()));
    }
    return text.toString();
  }

  private List<String> elements() {
    var elements = new ArrayList<String>();
    for (var name : table.columns()) {
      var key = ObjectName.column(table.qualifiedName(), name);
      if (schema.find(key).orElse(null) instanceof TableColumn column
          && table.partition() == null
          && (column.local() || !column.inherited())) {
        elements.add(column(column));
      }
    }
    constraints().stream()
        .filter(c -> !(c.rule() instanceof NotNull) && c.validated())
        .filter(c -> c.local() || !c.inherited())
        .map(c -> "CONSTRAINT " + Identifier.quoted(c.part()) + " " + c.definition())
        .forEach(elements::add);
    return elements;
  }

  private List<TableConstraint> constraints() {
    return schema.objects().stream()
        .filter(TableConstraint.class::isInstance)
        .map(TableConstraint.class::cast)
        .filter(c -> c.relation().equals(table.qualifiedName()))
        .toList();
  }

  private String column(TableColumn column) {
    var text = new StringBuilder(Identifier.quoted(column.part()));
    var storage = column.storage();
    if (table.ofType() == null) {
      text.append(' ').append(column.type().text());
    }
    if (storage.compression() != null) {
      text.append(" COMPRESSION ").append(storage.compression());
    }
    text.append(foreignOptions(storage.foreignOptions()));
    if (storage.collation() != null) {
      text.append(" COLLATE ").append(storage.collation().quoted());
    }
    if (column.defaultValue() != null) {
      text.append(" DEFAULT ").append(column.defaultValue().text());
    }
    var generated = column.generated();
    if (generated != null) {
      text.append(" GENERATED ALWAYS AS (").append(generated.expression().text()).append(") ");
      text.append(generated.stored() ? "STORED" : "VIRTUAL");
    }
    if (column.identity() != null) {
      text.append(" GENERATED ").append(column.identity().toUpperCase(Locale.ROOT));
      text.append(" AS IDENTITY").append(identitySettings(column));
    }
    return column.notNull() ? text + notNull(column) : text.toString();
  }

  /// Includes the constraint's name if PostgreSQL would choose another one.
  private String notNull(TableColumn column) {
    var usual = table.qualifiedName().name() + "_" + column.part() + "_not_null";
    return constraints().stream()
        .filter(c -> c.rule() instanceof NotNull rule && rule.column().equals(column.part()))
        .filter(c -> !c.part().equals(usual))
        .findFirst()
        .map(c -> " CONSTRAINT " + Identifier.quoted(c.part()) + " NOT NULL")
        .orElse(" NOT NULL");
  }

  private String identitySettings(TableColumn column) {
    var usual =
        table.qualifiedName().renamed(table.qualifiedName().name() + "_" + column.part() + "_seq");
    var settings =
        sequenceOf(column)
            .map(s ->
                (s.qualifiedName().equals(usual)
                        ? ""
                        : "SEQUENCE NAME " + s.qualifiedName().quoted())
                    + SequenceSql.settings(s))
            .map(String::strip)
            .orElse("");
    return settings.isEmpty() ? "" : " (" + settings + ")";
  }

  private Optional<Sequence> sequenceOf(TableColumn column) {
    return schema.objects().stream()
        .filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .filter(s -> s.identity() && column.name().equals(s.ownedBy()))
        .findFirst();
  }

  static String options(Map<String, String> options) {
    return new TreeMap<>(options)
        .entrySet().stream()
            .map(o -> o.getValue().isEmpty() ? o.getKey() : o.getKey() + "=" + o.getValue())
            .collect(Collectors.joining(", "));
  }

  static String foreignOptions(Map<String, String> options) {
    return options.isEmpty()
        ? ""
        : new TreeMap<>(options)
            .entrySet().stream()
                .map(o -> Identifier.quoted(o.getKey()) + " " + RelationSql.literal(o.getValue()))
                .collect(Collectors.joining(", ", " OPTIONS (", ")"));
  }
}
