package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An object that belongs to a table or view and is named together with it.
public sealed interface RelationPart extends SchemaObject {

  /// The relation it belongs to.
  default QualifiedName relation() {
    return name().name();
  }

  /// Its own name, without the relation's.
  default String part() {
    return name().part();
  }

  @Override
  RelationPart with(Attributes newAttributes);

  /// @param type built-in or qualified; never `serial`
  /// @param identity `always` or `by default`, null if there is none
  /// @param inherited it comes from a parent table; `local` is set as well if the table also
  ///   defines it
  record TableColumn(
      ObjectName name,
      TypeName type,
      @Nullable ExpressionText defaultValue,
      boolean notNull,
      @Nullable Generated generated,
      @Nullable String identity,
      ColumnStorage storage,
      boolean inherited,
      boolean local,
      Attributes attributes)
      implements RelationPart {

    @Override
    public TableColumn with(Attributes newAttributes) {
      return copy().attributes(newAttributes).column();
    }

    /// A mutable copy.
    public ColumnDraft copy() {
      return new ColumnDraft(this);
    }

    @Override
    public SortedMap<String, String> facets() {
      var facets =
          Facets.of(attributes)
              .put("type", type.text())
              .put("default", defaultValue)
              .flag("not null", notNull)
              .put("generated", generated == null ? null : generated.text())
              .put("identity", identity)
              .flag("inherited", inherited && !local);
      storage.addTo(facets);
      return facets.sorted();
    }
  }

  record Generated(ExpressionText expression, boolean stored) {
    String text() {
      return "(" + expression.canonical() + ") " + (stored ? "STORED" : "VIRTUAL");
    }
  }

  /// @param statistics the target that `SET STATISTICS` gave
  /// @param options `n_distinct` and the like
  /// @param foreignOptions of a foreign table's column
  record ColumnStorage(
      @Nullable QualifiedName collation,
      @Nullable String storage,
      @Nullable String compression,
      @Nullable String statistics,
      SortedMap<String, String> options,
      SortedMap<String, String> foreignOptions) {

    public static final ColumnStorage PLAIN =
        new ColumnStorage(null, null, null, null, new TreeMap<>(), new TreeMap<>());

    public ColumnStorage {
      options = new TreeMap<>(options);
      foreignOptions = new TreeMap<>(foreignOptions);
    }

    void addTo(Facets facets) {
      facets
          .put("collation", collation == null ? null : collation.quoted())
          .put("storage", storage)
          .put("compression", compression)
          .put("statistics", statistics)
          .options("option", options)
          .options("foreign option", foreignOptions);
    }
  }

  /// @param rule with resolved names, and with the columns of the parent's key filled in
  /// @param inherited it comes from a parent table; `local` is set as well if the table also has
  ///   its own
  record TableConstraint(
      ObjectName name,
      Constraint.Rule rule,
      Timing timing,
      boolean validated,
      boolean enforced,
      boolean noInherit,
      boolean inherited,
      boolean local,
      Attributes attributes)
      implements RelationPart {

    @Override
    public TableConstraint with(Attributes newAttributes) {
      return new TableConstraint(
          name, rule, timing, validated, enforced, noInherit, inherited, local, newAttributes);
    }

    TableConstraint with(Constraint.Rule newRule) {
      return new TableConstraint(
          name, newRule, timing, validated, enforced, noInherit, inherited, local, attributes);
    }

    /// The text after `ADD CONSTRAINT name`, without `NOT VALID`.
    public String definition() {
      return DefinitionText.SQL.constraint(this);
    }

    @Override
    public SortedMap<String, String> facets() {
      return Facets.of(attributes)
          .put("definition", DefinitionText.NORMAL.constraint(this))
          .flag("not valid", !validated)
          .flag("inherited", inherited && !local)
          .sorted();
    }
  }

  record Timing(boolean deferrable, boolean initiallyDeferred) {
    public static final Timing IMMEDIATE = new Timing(false, false);
  }

  /// @param function the function that it runs
  /// @param enabled `origin`, `disabled`, `replica` or `always`
  /// @param inherited a partition's trigger that comes from its parent
  record Trigger(
      ObjectName name,
      TriggerEvents fires,
      QualifiedName function,
      List<String> arguments,
      String enabled,
      boolean inherited,
      Attributes attributes)
      implements RelationPart {

    public Trigger {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Trigger with(Attributes newAttributes) {
      return new Trigger(name, fires, function, arguments, enabled, inherited, newAttributes);
    }

    /// The text after `CREATE [CONSTRAINT] TRIGGER name`.
    public String definition() {
      return TriggerText.of(this, ExpressionText::text);
    }

    @Override
    public SortedMap<String, String> facets() {
      return Facets.of(attributes)
          .put("definition", TriggerText.of(this, ExpressionText::canonical))
          .flag("constraint", fires.constraint())
          .unless("origin", "enabled", enabled)
          .flag("inherited", inherited)
          .sorted();
    }
  }

  /// @param timing `before`, `after` or `instead of`
  /// @param events `insert`, `update`, `delete`, `truncate`
  /// @param columns that an update must name, empty for any
  record TriggerEvents(
      String timing,
      List<String> events,
      List<String> columns,
      boolean forEachRow,
      boolean constraint,
      Timing check,
      @Nullable ExpressionText when,
      @Nullable QualifiedName fromTable,
      @Nullable String oldTable,
      @Nullable String newTable) {
    public TriggerEvents {
      events = List.copyOf(events);
      columns = List.copyOf(columns);
    }
  }

  /// @param definition the text after `CREATE RULE name AS`
  record Rule(
      ObjectName name,
      String definition,
      String event,
      boolean instead,
      List<Effect> effects,
      String enabled,
      Attributes attributes)
      implements RelationPart {

    public Rule {
      effects = List.copyOf(effects);
    }

    @Override
    public Rule with(Attributes newAttributes) {
      return new Rule(name, definition, event, instead, effects, enabled, newAttributes);
    }

    @Override
    public SortedMap<String, String> facets() {
      return Facets.of(attributes)
          .put("definition", definition)
          .unless("origin", "enabled", enabled)
          .sorted();
    }
  }

  record Policy(
      ObjectName name,
      boolean permissive,
      String command,
      List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check,
      Attributes attributes)
      implements RelationPart {

    public Policy {
      roles = List.copyOf(roles);
    }

    @Override
    public Policy with(Attributes newAttributes) {
      return new Policy(name, permissive, command, roles, using, check, newAttributes);
    }

    @Override
    public SortedMap<String, String> facets() {
      return Facets.of(attributes)
          .flag("restrictive", !permissive)
          .put("command", command)
          .names("roles", roles)
          .put("using", using)
          .put("check", check)
          .sorted();
    }
  }
}
