package dev.deed.expand;

import dev.deed.expand.PartitionWish.Strategy;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.Exclude;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.schema.DataType.DomainType;
import dev.deed.sql.schema.DataType.EnumType;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Routine;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands against a partitioned table in the place of a plain one.
final class PartitionObstacles {

  /// Before it, an update that moves a row is a delete for foreign keys.
  private static final int MOVES_ROWS = 15;

  private final TargetTable target;
  private final ExpandSettings settings;
  private final PartitionWish wish;
  private final Obstacles obstacles;
  private final TableUses uses;

  PartitionObstacles(TargetTable target, ExpandSettings settings, PartitionWish wish) {
    this.target = target;
    this.settings = settings;
    this.wish = wish;
    this.obstacles = new Obstacles(target, settings);
    this.uses = new TableUses(target, settings);
  }

  /// @throws NotExpanded if there is any
  void refuse() {
    ofTable();
    ofPartitionKey();
    ofKeys();
    ofConstraints();
    ofOthersKeys();
    ofTriggers();
    ofViews();
    ofPublications();
    ofRowTypes();
    obstacles.refuse();
  }

  private String shown() {
    return target.name().dotted();
  }

  private void ofTable() {
    var table = target.table();
    if (table.partitionBy() != null || table.partition() != null) {
      obstacles.add(
          "%s is partitioned or a partition already".formatted(shown()),
          "attach and detach partitions by a migration of your own");
    }
    if (!table.inherits().isEmpty() || !target.heirs().isEmpty()) {
      obstacles.add(
          "%s inherits or is inherited from, which a partitioned table cannot".formatted(shown()),
          "take the tables apart first: ALTER TABLE ... NO INHERIT ...");
    }
    if (table.server() != null) {
      obstacles.add(
          "%s is a foreign table: its rows are in another database".formatted(shown()),
          "partition it there");
    }
    if (table.ofType() != null) {
      obstacles.add(
          "%s is a table of type %s".formatted(shown(), table.ofType().dotted()),
          "ALTER TABLE %s NOT OF first".formatted(target.quoted()));
    }
    if (table.rowSecurity().forced()) {
      obstacles.add(
          "the row security of %s is forced on its owner, whose triggers keep both tables equal and would miss rows"
              .formatted(shown()),
          "ALTER TABLE %s NO FORCE ROW LEVEL SECURITY until the change is over"
              .formatted(target.quoted()));
    }
    if (table.replicaIdentity().startsWith("using index")) {
      obstacles.add(
          "rows of %s are told by an index in a replication, which each partition would need to name"
              .formatted(shown()),
          "ALTER TABLE %s REPLICA IDENTITY DEFAULT first: the primary key tells rows"
              .formatted(target.quoted()));
    }
  }

  private void ofPartitionKey() {
    for (var name : wish.columns()) {
      var column = target.column(name);
      if (column.generated() != null) {
        obstacles.add(
            "%s is generated, and rows cannot be divided by it".formatted(column.name().text()),
            "choose a column that is stored");
      }
    }
    if (wish.strategy() == Strategy.LIST && wish.columns().size() != 1) {
      obstacles.add("lists are of one column", "name one column");
    }
  }

  // Keys

  private void ofKeys() {
    var key = target.key();
    if (key.isEmpty()) {
      obstacles.add(
          "%s has no primary key, by which rows of both tables could be told".formatted(shown()),
          "add one first");
    }
    for (var column : key) {
      if (!isComparable(target.column(column).type())) {
        obstacles.add(
            "%s has a type of an extension, whose equality a trigger with a safe search path does not find"
                .formatted(target.column(column).name().text()),
            "give the table a key of built-in types first");
      }
    }
    for (var constraint : target.constraints()) {
      switch (constraint.rule()) {
        case PrimaryKey rule -> mustContain(constraint, rule.columns(), "PRIMARY KEY");
        case Unique rule -> mustContain(constraint, rule.columns(), "UNIQUE");
        default -> {}
      }
    }
    target.indexes().stream()
        .filter(i -> i.unique() && i.constraint() == null && !contains(i))
        .forEach(i ->
            obstacles.add(
                "unique index %s does not contain %s, by which rows are divided: it could not be unique over all partitions"
                    .formatted(i.qualifiedName().dotted(), columns()),
                "drop it first, or build one that contains %s".formatted(columns())));
  }

  private boolean isComparable(TypeName type) {
    return type.name().schema() == null
        || target.schema().find(ObjectName.of(ObjectKind.TYPE, type.name())).orElse(null)
            instanceof EnumType
        || (target.schema().find(ObjectName.of(ObjectKind.DOMAIN, type.name())).orElse(null)
                instanceof DomainType domain
            && isComparable(domain.base()));
  }

  private String columns() {
    return String.join(", ", wish.columns());
  }

  private void mustContain(TableConstraint constraint, List<String> of, String words) {
    if (of.containsAll(wish.columns())) {
      return;
    }
    var all =
        Stream.concat(of.stream(), wish.columns().stream()).distinct().map(Identifier::quoted);
    var own = Identifier.quoted(constraint.part());
    var next = Identifier.quoted(Names.fit(constraint.part(), "_new"));
    obstacles.add(
        "%s (%s) does not contain %s, by which rows are divided: it could not be unique over all partitions"
            .formatted(constraint.name().text(), String.join(", ", of), columns()),
        "give it that column first: CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s); then ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s USING INDEX %s"
            .formatted(
                next,
                target.quoted(),
                String.join(", ", all.toList()),
                target.quoted(),
                own,
                own,
                words,
                next));
  }

  private boolean contains(Index index) {
    return wish.columns().stream()
        .allMatch(c -> index.elements().stream().anyMatch(e -> c.equals(e.column())));
  }

  // Constraints

  private void ofConstraints() {
    for (var constraint : target.constraints()) {
      var name = constraint.name().text();
      if (!constraint.validated()) {
        obstacles.add(
            "constraint %s is not validated, and a partitioned table cannot have it so"
                .formatted(name),
            "ALTER TABLE %s VALIDATE CONSTRAINT %s first"
                .formatted(target.quoted(), Identifier.quoted(constraint.part())));
      }
      switch (constraint.rule()) {
        case Exclude _ ->
            obstacles.add(
                "exclusion constraint %s cannot be kept over all partitions".formatted(name),
                "drop it first, and add one to each partition afterwards");
        case Check _ when constraint.noInherit() ->
            obstacles.add(
                "check %s has NO INHERIT, which a partitioned table cannot have".formatted(name),
                "drop it first");
        case ForeignKey key when key.parent().equals(target.name()) ->
            obstacles.add(
                "foreign key %s points at rows of the same table, which arrive in the other one at another moment"
                    .formatted(name),
                "drop it first, and add it again afterwards, when writers can wait");
        default -> {}
      }
    }
  }

  private void ofOthersKeys() {
    for (var key : uses.keys()) {
      var name = key.name().text();
      var other = obstacles.otherOwner(key);
      if (other.isPresent()) {
        obstacles.add(
            "foreign key %s of service %s points at %s".formatted(name, other.get(), shown()),
            "ask service %s for a migration that drops it, and adds it again afterwards"
                .formatted(other.get()));
      } else if (settings.postgres() < MOVES_ROWS) {
        obstacles.add(
            "foreign key %s points at %s, and before PostgreSQL 15 an UPDATE that moves a row into another partition is a DELETE for it"
                .formatted(name, shown()),
            "drop it first, or wait for PostgreSQL 15");
      } else if (isOfPartitioned(key)) {
        obstacles.add(
            "foreign key %s is on a partitioned table, where it cannot be added without a check of all rows"
                .formatted(name),
            "drop it first, and add it again to each partition afterwards");
      }
    }
  }

  private boolean isOfPartitioned(TableConstraint key) {
    return target.schema().find(ObjectName.table(key.relation())).orElse(null)
            instanceof Table table
        && (table.partitionBy() != null || table.partition() != null);
  }

  private void ofTriggers() {
    for (var trigger : uses.triggers()) {
      if (trigger.fires().forEachRow()
          && (trigger.fires().oldTable() != null || trigger.fires().newTable() != null)) {
        obstacles.add(
            "trigger %s is for each row and has a transition table, which a partitioned table cannot have"
                .formatted(trigger.name().text()),
            "make it one for each statement first");
      }
    }
    uses.parts()
        .forEach(part -> {
          if (!part.relation().equals(target.name())) {
            obstacles
                .otherOwner(part)
                .ifPresent(service ->
                    obstacles.add(
                        "%s of service %s uses %s".formatted(part.name().words(), service, shown()),
                        "ask service %s to drop it until the change is over".formatted(service)));
          }
        });
  }

  private void ofViews() {
    var dependants = new Dependants(target, settings);
    for (var view :
        Stream.concat(uses.views().stream(), uses.rebuilt().stream()).distinct().toList()) {
      var other = obstacles.otherOwner(view);
      if (other.isPresent()) {
        obstacles.add(
            "%s of service %s reads %s".formatted(view.name().words(), other.get(), shown()),
            "ask service %s to drop it, or to read the table through a function, until the change is over"
                .formatted(other.get()));
      } else if (dependants.isStale(view)) {
        obstacles.add(
            "%s reads a column that was renamed since, so its text is not known from the migrations"
                .formatted(view.name().words()),
            "begin with a live database: --env ENVIRONMENT");
      } else if (Dependants.hasStar(view)) {
        obstacles.add(
            "%s is defined with *, which could mean other columns when it is made again"
                .formatted(view.name().words()),
            "replace it first by one that names its columns, or begin with a live database: --env ENVIRONMENT");
      }
    }
  }

  private void ofPublications() {
    for (var publication : uses.publications()) {
      var other = obstacles.otherOwner(publication);
      if (other.isPresent()) {
        obstacles.add(
            "%s of service %s publishes %s"
                .formatted(publication.name().words(), other.get(), shown()),
            "ask service %s to leave it out until the change is over".formatted(other.get()));
      } else if (!TableUses.publishesAsOne(publication)) {
        obstacles.add(
            "%s would publish the rows of each partition under the partition's name"
                .formatted(publication.name().words()),
            "ALTER PUBLICATION %s SET (publish_via_partition_root = true) first"
                .formatted(Identifier.quoted(publication.name().simpleName())));
      }
    }
  }

  /// What is tied to the type of the table's rows stays tied to the old table.
  private void ofRowTypes() {
    for (var object : target.schema().objects()) {
      if (object instanceof Routine routine && takesRows(routine)) {
        obstacles.add(
            "%s takes or returns rows of %s".formatted(routine.name().words(), shown()),
            "drop it first, and create it again afterwards");
      }
      if (object instanceof TableColumn column && isRow(column.type())) {
        obstacles.add(
            "%s holds rows of %s".formatted(column.name().text(), shown()),
            "give it a type of its own first");
      }
    }
    for (var dependant : Dependant.of(target.schema(), target.name())) {
      if (dependant.object() instanceof Routine routine && routine.body().atomic()) {
        obstacles.add(
            "%s has an SQL body that holds on to %s".formatted(routine.name().words(), shown()),
            "replace it first by one with a string body: AS $$ ... $$");
      }
    }
  }

  private boolean takesRows(Routine routine) {
    return isRow(routine.returns())
        || Stream.concat(routine.arguments().stream(), routine.returnsTable().stream())
            .anyMatch(a -> isRow(a.type()));
  }

  private boolean isRow(@Nullable TypeName type) {
    return type != null && type.name().equals(target.name());
  }
}
