package dev.deed.sql.schema;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.Constraint;
import dev.deed.sql.effect.Deferrability;
import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.Firing;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.PolicyCommand;
import dev.deed.sql.effect.RuleEvent;
import dev.deed.sql.effect.TriggerDefinition;
import dev.deed.sql.expression.ExpressionText;
import dev.deed.sql.expression.TypeName;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An object that belongs to a table or view and is named together with it.
public sealed interface RelationPart extends SchemaObject {

  /// The relation it belongs to.
  default QualifiedName relation() {
    return name().name();
  }

  /// Its own name, without the relation's.
  default String part() {
    return name().own();
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
    public SortedMap<FacetName, String> facets() {
      var facets =
          Facets.of(attributes)
              .put(Facet.TYPE, type.text())
              .put(Facet.DEFAULT, defaultValue)
              .flag(Facet.NOT_NULL, notNull)
              .put(Facet.GENERATED, generated == null ? null : generated.text())
              .put(Facet.IDENTITY, identity)
              .flag(Facet.INHERITED, inherited && !local);
      storage.addTo(facets);
      return facets.sorted();
    }
  }

  /// A column of a view or materialized view, once a statement has said anything about it.
  record OutputColumn(
      ObjectName name,
      @Nullable ExpressionText defaultValue,
      ColumnStorage storage,
      Attributes attributes)
      implements RelationPart {

    /// A column that nothing has been said about.
    public static OutputColumn plain(ObjectName name) {
      return new OutputColumn(name, null, ColumnStorage.PLAIN, Attributes.NONE);
    }

    @Override
    public OutputColumn with(Attributes newAttributes) {
      return new OutputColumn(name, defaultValue, storage, newAttributes);
    }

    public OutputColumn with(@Nullable ExpressionText newDefault) {
      return new OutputColumn(name, newDefault, storage, attributes);
    }

    public OutputColumn with(ColumnStorage newStorage) {
      return new OutputColumn(name, defaultValue, newStorage, attributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      var facets = Facets.of(attributes).put(Facet.DEFAULT, defaultValue);
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
        new ColumnStorage(
            null, null, null, null, Collections.emptySortedMap(), Collections.emptySortedMap());

    public ColumnStorage {
      options = Facets.copied(options);
      foreignOptions = Facets.copied(foreignOptions);
    }

    void addTo(Facets facets) {
      facets
          .put(Facet.COLLATION, collation == null ? null : collation.quoted())
          .put(Facet.STORAGE, storage)
          .put(Facet.COMPRESSION, compression)
          .put(Facet.STATISTICS, statistics)
          .options(Facet.OPTION, options)
          .options(Facet.FOREIGN_OPTION, foreignOptions);
    }
  }

  /// @param rule with resolved names, and with the columns of the parent's key filled in
  /// @param inherited it comes from a parent table; `local` is set as well if the table also has
  ///   its own
  record TableConstraint(
      ObjectName name,
      Constraint.Rule rule,
      Deferrability deferrability,
      boolean validated,
      boolean enforced,
      boolean noInherit,
      boolean inherited,
      boolean local,
      Attributes attributes)
      implements RelationPart {

    @Override
    public TableConstraint with(Attributes newAttributes) {
      return copy().attributes(newAttributes).constraint();
    }

    /// A copy to change.
    public ConstraintDraft copy() {
      return new ConstraintDraft(this);
    }

    /// The text after `ADD CONSTRAINT name`, without `NOT VALID`.
    public String definition() {
      return DefinitionText.SQL.constraint(this);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes)
          .put(Facet.DEFINITION, DefinitionText.NORMAL.constraint(this))
          .flag(Facet.NOT_VALID, !validated)
          .flag(Facet.INHERITED, inherited && !local)
          .sorted();
    }
  }

  /// @param function the function that it runs
  /// @param inherited a partition's trigger that comes from its parent
  record Trigger(
      ObjectName name,
      TriggerDefinition fires,
      QualifiedName function,
      List<String> arguments,
      Firing enabled,
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
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes)
          .put(Facet.DEFINITION, TriggerText.of(this, ExpressionText::canonical))
          .flag(Facet.CONSTRAINT_TRIGGER, fires.constraint())
          .unless("origin", Facet.ENABLED, enabled.words())
          .flag(Facet.INHERITED, inherited)
          .sorted();
    }
  }

  /// @param written the text after `CREATE RULE name AS`
  /// @param normal the same text for all spellings of one meaning, for comparison only; null if it
  ///   was not asked for, or if a name in it cannot be placed
  record RuleText(String written, @Nullable String normal) {

    public RuleText(String written) {
      this(written, null);
    }
  }

  record Rule(
      ObjectName name,
      RuleText text,
      RuleEvent event,
      boolean instead,
      List<Effect> effects,
      List<ObjectName> uses,
      Firing enabled,
      Attributes attributes)
      implements RelationPart {

    public Rule {
      uses = List.copyOf(uses);
      effects = List.copyOf(effects);
    }

    @Override
    public Rule with(Attributes newAttributes) {
      return new Rule(name, text, event, instead, effects, uses, enabled, newAttributes);
    }

    public Rule withNormal(String normal) {
      var both = new RuleText(definition(), normal);
      return new Rule(name, both, event, instead, effects, uses, enabled, attributes);
    }

    /// The text after `CREATE RULE name AS`.
    public String definition() {
      return text.written();
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes)
          .put(Facet.DEFINITION, text.normal() == null ? definition() : text.normal())
          .unless("origin", Facet.ENABLED, enabled.words())
          .sorted();
    }
  }

  record Policy(
      ObjectName name,
      boolean permissive,
      PolicyCommand command,
      List<String> roles,
      @Nullable ExpressionText using,
      @Nullable ExpressionText check,
      List<ObjectName> uses,
      Attributes attributes)
      implements RelationPart {

    public Policy {
      uses = List.copyOf(uses);
      roles = List.copyOf(roles);
    }

    @Override
    public Policy with(Attributes newAttributes) {
      return new Policy(name, permissive, command, roles, using, check, uses, newAttributes);
    }

    public Policy withTexts(@Nullable ExpressionText newUsing, @Nullable ExpressionText newCheck) {
      return new Policy(name, permissive, command, roles, newUsing, newCheck, uses, attributes);
    }

    @Override
    public SortedMap<FacetName, String> facets() {
      return Facets.of(attributes)
          .flag(Facet.RESTRICTIVE, !permissive)
          .put(Facet.COMMAND, command.words())
          .names(Facet.ROLES, roles)
          .put(Facet.USING, using)
          .put(Facet.CHECK, check)
          .sorted();
    }
  }
}
