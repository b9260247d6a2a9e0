package dev.deed.expand;

import dev.deed.expand.NotExpanded.Refusal;
import dev.deed.sql.Identifier;
import dev.deed.sql.ServiceName;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.effect.RuleEvent;
import dev.deed.sql.schema.RelationPart.Rule;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What stands against a change of a column; all of it is told at once.
final class Obstacles {

  private final TargetTable target;
  private final ExpandSettings settings;
  private final List<Refusal> refusals = new ArrayList<>();

  Obstacles(TargetTable target, ExpandSettings settings) {
    this.target = target;
    this.settings = settings;
  }

  void add(String reason, String advice) {
    var refusal = new Refusal(reason, advice);
    if (!refusals.contains(refusal)) {
      refusals.add(refusal);
    }
  }

  /// @throws NotExpanded if there is any
  void refuse() {
    if (!refusals.isEmpty()) {
      throw NotExpanded.of(refusals);
    }
  }

  /// What no second column can stand next to.
  Obstacles ofColumn(TableColumn column) {
    ofPlace();
    if (!target.table().inherits().isEmpty() || !target.heirs().isEmpty()) {
      add(
          "%s inherits or is inherited from: a trigger of one table does not fire for the others"
              .formatted(target.quoted()),
          "take the tables apart first: ALTER TABLE ... NO INHERIT ...");
    }
    return ofUse(column);
  }

  /// What no column can be added to.
  Obstacles ofNewColumn() {
    ofPlace();
    if (!target.heirs().isEmpty()) {
      add(
          "%s is inherited from: its rows are in several tables, and no key passes each of them once"
              .formatted(target.quoted()),
          "take the tables apart first: ALTER TABLE ... NO INHERIT %s".formatted(target.quoted()));
    }
    return this;
  }

  /// @param constraint a key, of the table or of another
  Obstacles ofKey(String constraint) {
    if (!target.heirs().isEmpty()) {
      add(
          "%s is inherited from, and %s holds for the rows of one table alone: those of %s would not be looked at"
              .formatted(
                  target.quoted(),
                  constraint,
                  target.heirs().stream()
                      .map(heir -> heir.qualifiedName().quoted())
                      .collect(Collectors.joining(", "))),
          "take the tables apart first: ALTER TABLE ... NO INHERIT %s; or add it by a migration of your own"
              .formatted(target.quoted()));
    }
    return this;
  }

  /// What a backfill cannot pass in batches.
  ///
  /// @param changed columns whose values change meanwhile
  Obstacles ofBatches(String... changed) {
    new UnpublishedUpdates(target).obstacles(this);
    if (target.table().partitionBy() != null && target.walkedBy(List.of(changed)).isEmpty()) {
      add(
          "%s is partitioned and has no primary key, nor an index whose columns are all NOT NULL: its rows cannot be passed in batches"
              .formatted(target.quoted()),
          "give it one first: ALTER TABLE %s ADD PRIMARY KEY (...), with the columns by which it is partitioned"
              .formatted(target.quoted()));
    }
    target
        .parts(Rule.class)
        .filter(rule -> rule.event() == RuleEvent.UPDATE)
        .forEach(rule ->
            add(
                "rule %s says what an UPDATE of %s does instead or as well: a backfill could not see the rows that it changed"
                    .formatted(rule.name().text(), target.quoted()),
                "replace it first by a trigger, or drop it until the change is over"));
    return this;
  }

  Obstacles ofPlace() {
    var partition = target.table().partition();
    if (partition != null) {
      add(
          "%s is a partition: its columns are those of %s"
              .formatted(target.quoted(), partition.parent().quoted()),
          "name the partitioned table: " + partition.parent().quoted());
    }
    return this;
  }

  /// How the column is filled and used, whichever table it is in.
  Obstacles ofUse(TableColumn column) {
    var shown = column.name().text();
    if (column.generated() != null) {
      add(
          "%s is generated: it is computed and never written".formatted(shown),
          "add a second generated column, and drop this one with deed expand drop-column");
    }
    var partitionBy = target.table().partitionBy();
    if (partitionBy != null
        && partitionBy.keys().stream()
            .anyMatch(k ->
                column.part().equals(k.column())
                    || Expressions.names(k.expression(), column.part()))) {
      add(
          "%s is part of the partition key".formatted(shown),
          "make a new partitioned table and move the rows");
    }
    target
        .parts(TableColumn.class)
        .filter(c ->
            c.generated() != null && Expressions.names(c.generated().expression(), column.part()))
        .forEach(c ->
            add(
                "generated column %s is computed from %s".formatted(c.name().text(), shown),
                "replace it by a plain column first: deed expand drop-column %s %s"
                    .formatted(target.quoted(), Identifier.quoted(c.part()))));
    return this;
  }

  /// What a new column cannot take over.
  Obstacles ofReplacement(TableColumn column, boolean isPartitioned) {
    if (isPartitioned
        && target.indexesOn(column.part()).stream().anyMatch(i -> i.constraint() != null)) {
      add(
          "%s is partitioned and has a key on %s, which cannot be exchanged while the table is written"
              .formatted(target.name().dotted(), column.part()),
          "rename the column only (deed expand rename-column), or drop the key first and add it again afterwards");
    }
    for (var constraint : target.constraintsOn(column.part())) {
      var name = constraint.name().text();
      if (constraint.rule() instanceof Exclude) {
        add(
            "exclusion constraint %s cannot be built while the table is written".formatted(name),
            "drop it first, and add it again afterwards, when writers can wait");
      }
      if (isPartitioned && constraint.rule() instanceof ForeignKey) {
        add(
            "foreign key %s is on a partitioned table, where it cannot be added without a check of all rows"
                .formatted(name),
            "drop it first, and add it again to each partition afterwards");
      }
    }
    for (var key : target.keysTo(column.part())) {
      if (isOthers(key.name())) {
        add(
            "foreign key %s of service %s points at %s"
                .formatted(key.name().text(), ownerOf(key.name()), column.name().text()),
            "ask service %s for a migration that drops it, and adds it again afterwards"
                .formatted(ownerOf(key.name())));
      }
    }
    return this;
  }

  boolean isOthers(ObjectName object) {
    return settings.owner().apply(object).filter(o -> !o.equals(settings.service())).isPresent();
  }

  String ownerOf(ObjectName object) {
    return settings.owner().apply(object).map(ServiceName::text).orElse("(none)");
  }

  Optional<String> otherOwner(SchemaObject object) {
    return isOthers(object.name()) ? Optional.of(ownerOf(object.name())) : Optional.empty();
  }
}
