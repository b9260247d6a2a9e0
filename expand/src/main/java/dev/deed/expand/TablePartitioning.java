package dev.deed.expand;

import dev.deed.expand.MoveTrigger.Place;
import dev.deed.expand.Partitions.Partition;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.TableDefinition.Persistence;
import dev.deed.sql.effect.TriggerTiming;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationSql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A table becomes a partitioned one: a second table is filled, kept equal, and gets the first
/// one's name in a switch. The first one lives on under another name until the contract, so that
/// the way back is the same exchange.
final class TablePartitioning {

  private final TargetTable target;
  private final ExpandSettings settings;
  private final PartitionWish wish;
  private final Draft draft;

  /// The names of the new table before the switch, and of the old one after it.
  private final QualifiedName added;

  private final QualifiedName retired;

  private final List<Partition> partitions;
  private final TableTwin twin;
  private final TableTwin original;
  private final TwinTrigger before;
  private final TwinTrigger after;
  private final TableUses uses;

  TablePartitioning(TargetTable target, ExpandSettings settings, Request.PartitionTable request) {
    this.target = target;
    this.settings = settings;
    this.wish = request.wish();
    new PartitionObstacles(target, settings, wish).refuse();
    this.draft = new Draft(target, settings, request.operation(), "");
    var own = target.name().name();
    this.added = target.name().renamed(draft.names.free(own + "_new"));
    this.retired = target.name().renamed(draft.names.free(own + "_old"));
    this.partitions = new Partitions(target, wish).all(draft.names);
    this.twin = new TableTwin(target, added, TableTwin.names(target, "deed_", draft.names));
    this.original =
        new TableTwin(target, retired, TableTwin.names(target, "deed_old_", draft.names));
    this.before =
        new TwinTrigger(
            draft.triggerNames(),
            settings.triggerPath(),
            target.name(),
            added,
            target.key(),
            written(),
            assigned());
    this.after = before.between(retired, target.name());
    this.uses = new TableUses(target, settings);
  }

  private List<String> written() {
    return target
        .parts(TableColumn.class)
        .filter(c -> c.generated() == null)
        .map(TableColumn::part)
        .sorted((a, b) -> Integer.compare(place(a), place(b)))
        .toList();
  }

  private int place(String column) {
    return target.table().columns().indexOf(column);
  }

  private List<String> assigned() {
    return written().stream().filter(c -> !isAlwaysIdentity(c)).toList();
  }

  private boolean isAlwaysIdentity(String column) {
    return "always".equalsIgnoreCase(String.valueOf(target.column(column).identity()));
  }

  Story story() {
    var shown = target.name().dotted();
    expand(shown);
    draft.file(
        Phase.BACKFILL,
        "fill %s from %s".formatted(added.dotted(), shown),
        List.of(draft.inBatches(target, before.carry(carried()))),
        List.of("SELECT 'the rows go with the table'"));
    build();
    exchange(shown);
    contract();
    remarks(shown);
    return draft.story(null, null);
  }

  /// Any will do that is not part of a key: writing it lets the trigger carry the row.
  private String carried() {
    var candidates = assigned().reversed();
    return candidates.stream()
        .filter(c -> target.indexesOn(c).isEmpty())
        .findFirst()
        .or(() -> candidates.stream().filter(c -> !target.key().contains(c)).findFirst())
        .orElseGet(candidates::getFirst);
  }

  // The new table

  private void expand(String shown) {
    var up = new ArrayList<String>();
    up.add(twin.create(target.name(), "\nPARTITION BY " + by()));
    partitions.forEach(p -> up.add(create(p)));
    up.addAll(twin.settings());
    partitions.forEach(p -> up.addAll(settings(p)));
    up.addAll(before.createFunctions(added));
    up.addAll(before.createLockOn(added));
    up.addAll(before.createOnSecond());
    up.addAll(before.createOnFirst());
    var down = new ArrayList<String>();
    down.addAll(before.dropOn(target.name()));
    down.add(draft.apart());
    down.addAll(before.dropLockOn(added));
    down.addAll(before.dropOn(added));
    down.addAll(before.dropFunctions());
    down.add("DROP TABLE " + added.quoted());
    draft.file(Phase.EXPAND, "add a partitioned table for %s".formatted(shown), up, down);
  }

  private String by() {
    return wish.columns().stream()
        .map(Identifier::quoted)
        .collect(Collectors.joining(", ", wish.strategy().name() + " (", ")"));
  }

  private QualifiedName name(Partition partition) {
    return target.name().renamed(partition.name());
  }

  /// How rows are stored is a matter of the partitions.
  private String create(Partition partition) {
    var unlogged = target.table().persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
    return "CREATE %sTABLE %s PARTITION OF %s %s%s"
        .formatted(unlogged, name(partition).quoted(), added.quoted(), partition.bound(), stored());
  }

  private String stored() {
    return RelationSql.storage(target.table());
  }

  private List<String> settings(Partition partition) {
    var statements = new ArrayList<String>();
    var owner = target.table().attributes().owner();
    if (owner != null) {
      statements.add(
          "ALTER TABLE %s OWNER TO %s"
              .formatted(name(partition).quoted(), Identifier.quoted(owner)));
    }
    if (twin.isIdentityOfWholeRows()) {
      statements.add(twin.identity(name(partition)));
    }
    return statements;
  }

  private void build() {
    var up = new ArrayList<>(twin.addForeignKeys(partitions.stream().map(this::name).toList()));
    up.add("ANALYZE " + added.quoted());
    var down = new ArrayList<>(twin.dropForeignKeys());
    if (down.isEmpty()) {
      down.add("SELECT 'the statistics go with the table'");
    }
    draft.fileAlone(
        Phase.BACKFILL,
        (TableTwin.foreignKeys(target).isEmpty() ? "analyze %s" : "give %s its foreign keys")
            .formatted(added.dotted()),
        up,
        down);
  }

  // The switch

  private void exchange(String shown) {
    var up = new ArrayList<String>();
    up.add("SELECT 'both tables must have the same columns'");
    up.add(expectSame(target.name(), added));
    up.addAll(before.watched(added).expectedFirst());
    up.addAll(uses.takeDown());
    up.add(rename(target.name(), retired));
    up.add(rename(added, target.name()));
    up.addAll(original.rename(retired, false));
    up.addAll(twin.rename(target.name(), true));
    up.addAll(after.replaceFunctions(retired));
    up.addAll(after.dropLockOn(target.name()));
    up.addAll(after.createLockOn(retired));
    up.addAll(sequences(retired, target.name()));
    up.addAll(uses.putUp());
    var down = new ArrayList<>(after.watched(retired).expectedFirst());
    down.addAll(uses.takeDown());
    down.add(rename(target.name(), added));
    down.add(rename(retired, target.name()));
    down.addAll(twin.rename(added, false));
    down.addAll(original.rename(target.name(), true));
    down.addAll(before.replaceFunctions(added));
    down.addAll(before.dropLockOn(target.name()));
    down.addAll(before.createLockOn(added));
    down.addAll(sequences(added, target.name()));
    down.addAll(uses.putUp());
    for (var statements : uses.later()) {
      up.add(draft.apart());
      up.addAll(statements);
      down.add(draft.apart());
      down.addAll(statements);
    }
    draft.file(Phase.SWITCH, "exchange %s and %s".formatted(shown, added.dotted()), up, down);
  }

  private static String rename(QualifiedName from, QualifiedName to) {
    return "ALTER TABLE %s RENAME TO %s".formatted(from.quoted(), Identifier.quoted(to.name()));
  }

  /// A column that the table got since the expansion would be missing.
  private static String expectSame(QualifiedName table, QualifiedName other) {
    var columns =
        "SELECT a.attname FROM pg_catalog.pg_attribute a WHERE a.attrelid = %s::pg_catalog.regclass AND a.attnum > 0 AND NOT a.attisdropped";
    return "-- deed: expect SELECT coalesce((SELECT string_agg(c.attname, ', ') FROM (%s EXCEPT %s) c), 'none') = none"
        .formatted(
            columns.formatted(StringConstant.of(table.quoted())),
            columns.formatted(StringConstant.of(other.quoted())));
  }

  private List<String> sequences(QualifiedName from, QualifiedName to) {
    var statements = new ArrayList<String>();
    for (var name : target.table().columns()) {
      var column = target.column(name);
      var sequence = target.sequenceOf(column).orElse(null);
      if (sequence != null && column.identity() != null) {
        var spare = Names.fit("deed_" + sequence.qualifiedName().name(), "_next");
        statements.addAll(
            Handover.identity(
                new Place(from, name),
                new Place(to, name),
                column.identity(),
                sequence,
                true,
                spare));
      } else if (sequence != null) {
        statements.add(
            "ALTER SEQUENCE %s OWNED BY %s.%s"
                .formatted(
                    sequence.qualifiedName().quoted(), to.quoted(), Identifier.quoted(name)));
      }
    }
    return statements;
  }

  // The contract

  private void contract() {
    var up = new ArrayList<>(after.watched(retired).expectedFirst());
    up.addAll(after.dropOn(target.name()));
    up.add(draft.apart());
    up.addAll(after.dropLockOn(retired));
    up.addAll(after.dropOn(retired));
    up.addAll(after.dropFunctions());
    up.add("DROP TABLE " + retired.quoted());
    var down = new ArrayList<String>();
    down.add(original.create(target.name(), stored()));
    down.addAll(original.settings());
    down.addAll(original.addForeignKeys());
    down.addAll(after.createFunctions(retired));
    down.addAll(after.createLockOn(retired));
    down.addAll(after.createOnFirst());
    down.addAll(after.createOnSecond());
    down.add(draft.inBatches(target, after.between(target.name(), retired).carry(carried())));
    draft.file(Phase.CONTRACT, "drop %s".formatted(retired.dotted()), up, down);
  }

  private void remarks(String shown) {
    if (!wish.withDefault() && wish.strategy() != PartitionWish.Strategy.HASH) {
      draft.remark(
          "a row of %s outside of all partitions cannot be written from the expansion on: without --no-default there is a partition for it"
              .formatted(shown));
    }
    draft.remark(
        "until the contract, a partition that is detached, dropped or truncated by itself keeps its rows in %s"
            .formatted(retired.dotted()));
    if (target.triggers().stream().anyMatch(t -> !Draft.isOurs(t) && t.fires().forEachRow())) {
      draft.remark(
          "the backfill writes each row of %s once more, so its triggers fire".formatted(shown));
    }
    if (target.triggers().stream()
        .anyMatch(t -> t.fires().timing() == TriggerTiming.BEFORE && t.fires().forEachRow())) {
      draft.remark(
          "a BEFORE trigger cannot move a row of a partitioned table into another partition: one of %s that changes %s fails from the switch on"
              .formatted(shown, String.join(", ", wish.columns())));
    }
    if (target.table().storage().clusteredOn() != null) {
      draft.remark("%s is not clustered any more: a partitioned table cannot be".formatted(shown));
    }
    for (var publication : new Dependants(target, settings).publicationsOfAll()) {
      if (!publication.tables().containsKey(target.name())) {
        draft.remark(
            "%s publishes %s as well: create it for the subscribers before the expansion, or their replication stops"
                .formatted(publication.name().words(), added.dotted()));
      }
    }
    uses.remarks().forEach(draft::remark);
  }
}
