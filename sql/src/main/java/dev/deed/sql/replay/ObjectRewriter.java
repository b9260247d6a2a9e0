package dev.deed.sql.replay;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RoutineEffect.Argument;
import dev.deed.sql.effect.TableDefinition.PartitionBy;
import dev.deed.sql.effect.TableDefinition.PartitionKey;
import dev.deed.sql.schema.DataType.Attribute;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.DataType.DomainCheck;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.DataType.OtherType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Partition;
import dev.deed.sql.schema.Relation.Sequence;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.Generated;
import dev.deed.sql.schema.RelationPart.OutputColumn;
import dev.deed.sql.schema.RelationPart.Policy;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.RuleText;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationPart.Trigger;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import dev.deed.sql.schema.SchemaObject.DefaultPrivileges;
import dev.deed.sql.schema.SchemaObject.Extension;
import dev.deed.sql.schema.SchemaObject.External;
import dev.deed.sql.schema.SchemaObject.Other;
import dev.deed.sql.schema.SchemaObject.Publication;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Copies objects with every name and expression in them replaced.
final class ObjectRewriter {

  private final NameMap names;

  ObjectRewriter(NameMap names) {
    this.names = names;
  }

  SchemaObject of(SchemaObject object) {
    return switch (object) {
      case Table table -> table(table);
      case View view -> view(view);
      case Sequence sequence -> sequence(sequence);
      case Index index -> index(index);
      case TableColumn column -> column(column);
      case TableConstraint constraint -> constraint(constraint);
      case Trigger trigger -> trigger(trigger);
      case Rule rule ->
          new Rule(
              names.object(rule.name()),
              new RuleText(names.text(rule.definition())),
              rule.event(),
              rule.instead(),
              rule.effects(),
              rule.uses().stream().map(names::object).toList(),
              rule.enabled(),
              rule.attributes());
      case Policy policy ->
          new Policy(
              names.object(policy.name()),
              policy.permissive(),
              policy.command(),
              policy.roles(),
              names.optional(policy.relation(), policy.using()),
              names.optional(policy.relation(), policy.check()),
              policy.uses().stream().map(names::object).toList(),
              policy.attributes());
      case EnumType type ->
          new EnumType(names.object(type.name()), type.labels(), type.attributes());
      case CompositeType type ->
          new CompositeType(
              names.object(type.name()),
              type.fields().stream().map(this::attribute).toList(),
              type.attributes());
      case DomainType domain -> domain(domain);
      case OtherType type ->
          new OtherType(
              names.object(type.name()),
              type.range(),
              type.options(),
              type.uses().stream().map(names::object).toList(),
              type.attributes());
      case Routine routine -> routine(routine);
      case Extension extension ->
          new Extension(
              names.object(extension.name()),
              extension.schema(),
              extension.version(),
              extension.attributes());
      case Publication publication -> publication(publication);
      case DefaultPrivileges privileges ->
          new DefaultPrivileges(
              privileges.role(),
              names.object(privileges.name()).name().schema(),
              privileges.on(),
              privileges.attributes());
      case OutputColumn column ->
          new OutputColumn(
              names.object(column.name()),
              names.optional(column.relation(), column.defaultValue()),
              column.storage(),
              column.attributes());
      case External external ->
          new External(names.object(external.name()), external.changes(), external.attributes());
      case Other other ->
          new Other(
              names.object(other.name()),
              definition(other),
              other.changes(),
              other.parts().stream().map(names::object).toList(),
              other.attributes());
    };
  }

  private String definition(Other other) {
    if (other.name().kind() != ObjectKind.STATISTICS) {
      return names.text(other.definition());
    }
    var text = names.statistics(other.definition());
    for (var part : other.parts()) {
      if (part.kind().isRelation()) {
        text = names.statistics(part.name(), text);
      }
    }
    return text;
  }

  private Table table(Table table) {
    var own = table.qualifiedName();
    var draft = table.copy().name(names.object(table.name()));
    draft.columns(table.columns().stream().map(c -> names.column(own, c)).toList());
    draft.inherits(parents -> parents.replaceAll(names::relation));
    if (table.partition() != null) {
      var partition = table.partition();
      draft.partition(new Partition(names.relation(partition.parent()), partition.bound()));
    }
    if (table.partitionBy() != null) {
      var by = table.partitionBy();
      var keys = by.keys().stream().map(k -> key(own, k)).toList();
      draft.partitionBy(new PartitionBy(by.strategy(), keys));
    }
    return draft.ofType(table.ofType() == null ? null : names.type(table.ofType())).table();
  }

  private PartitionKey key(QualifiedName table, PartitionKey key) {
    return new PartitionKey(
        key.column() == null ? null : names.column(table, key.column()),
        names.expression(table, key.expression()),
        names.collation(key.collation()),
        key.operatorClass());
  }

  private View view(View view) {
    return new View(
        names.object(view.name()),
        view.columns().stream().map(c -> names.column(view.qualifiedName(), c)).toList(),
        view.query().renamed(names.text(view.definition())),
        view.withData(),
        view.storage(),
        view.reads().stream().map(names::object).toList(),
        view.base() == null ? null : names.object(view.base()),
        view.attributes());
  }

  private Sequence sequence(Sequence sequence) {
    return sequence
        .copy()
        .name(names.object(sequence.name()))
        .ownedBy(sequence.ownedBy() == null ? null : names.object(sequence.ownedBy()))
        .sequence();
  }

  private Index index(Index index) {
    var table = index.table();
    return index
        .copy()
        .name(names.object(index.name()))
        .table(names.relation(table))
        .elements(index.elements().stream().map(e -> element(table, e)).toList())
        .include(columns(table, index.include()))
        .where(names.optional(table, index.where()))
        .constraint(constraintName(table, index.constraint()))
        .parent(index.parent() == null ? null : names.relation(index.parent()))
        .index();
  }

  private @Nullable String constraintName(QualifiedName table, @Nullable String constraint) {
    return constraint == null ? null : names.object(ObjectName.constraint(table, constraint)).own();
  }

  IndexElement element(QualifiedName table, IndexElement element) {
    return new IndexElement(
        element.column() == null ? null : names.column(table, element.column()),
        names.expression(table, element.expression()),
        names.collation(element.collation()),
        element.operatorClass() == null ? null : names.type(element.operatorClass()),
        element.operatorClassOptions(),
        element.descending(),
        element.nullsFirst());
  }

  private List<String> columns(QualifiedName table, List<String> columns) {
    return columns.stream().map(c -> names.column(table, c)).toList();
  }

  private TableColumn column(TableColumn column) {
    var table = column.relation();
    var generated = column.generated();
    return column
        .copy()
        .name(names.object(column.name()))
        .type(names.type(column.type()))
        .collation(names.collation(column.storage().collation()))
        .defaultValue(names.optional(table, column.defaultValue()))
        .generated(
            generated == null
                ? null
                : new Generated(
                    names.expression(table, generated.expression()), generated.stored()))
        .column();
  }

  private TableConstraint constraint(TableConstraint constraint) {
    var rule = new ConstraintRewriter(names).of(constraint.relation(), constraint.rule());
    return constraint.copy().name(names.object(constraint.name())).rule(rule).constraint();
  }

  private Trigger trigger(Trigger trigger) {
    var fires = trigger.fires();
    return new Trigger(
        names.object(trigger.name()),
        fires
            .copy()
            .columns(columns(trigger.relation(), fires.columns()))
            .when(names.optional(trigger.relation(), fires.when()))
            .fromTable(fires.fromTable() == null ? null : names.relation(fires.fromTable()))
            .definition(),
        names.routine(trigger.function()),
        trigger.arguments(),
        trigger.enabled(),
        trigger.inherited(),
        trigger.attributes());
  }

  private Attribute attribute(Attribute field) {
    return new Attribute(
        field.name(),
        names.type(field.type()),
        names.collation(field.collation()),
        field.comment());
  }

  private DomainType domain(DomainType domain) {
    var own = domain.qualifiedName();
    return new DomainType(
        names.object(domain.name()),
        names.type(domain.base()),
        names.collation(domain.collation()),
        names.optional(own, domain.defaultValue()),
        domain.notNull(),
        domain.checks().stream()
            .map(c ->
                new DomainCheck(
                    c.name(), names.expression(own, c.condition()), c.validated(), c.comment()))
            .toList(),
        domain.attributes());
  }

  private Routine routine(Routine routine) {
    return routine
        .copy()
        .name(names.object(routine.name()))
        .arguments(routine.arguments().stream().map(a -> argument(routine, a)).toList())
        .returns(routine.returns() == null ? null : names.type(routine.returns()))
        .returnsTable(routine.returnsTable().stream().map(a -> argument(routine, a)).toList())
        .routine();
  }

  private Argument argument(Routine routine, Argument argument) {
    return new Argument(
        argument.name(),
        argument.mode(),
        names.type(argument.type()),
        names.optional(routine.qualifiedName(), argument.defaultValue()));
  }

  private Publication publication(Publication publication) {
    var tables = new TreeMap<QualifiedName, String>();
    publication
        .tables()
        .forEach((t, what) -> tables.put(names.relation(t), names.published(t, what)));
    return new Publication(
        names.object(publication.name()),
        publication.allTables(),
        tables,
        publication.schemas(),
        publication.options(),
        publication.attributes());
  }
}
