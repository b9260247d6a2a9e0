package dev.deed.expand;

import dev.deed.expand.MoveTrigger.Place;
import dev.deed.expand.Request.MoveColumn;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A column moves into another table, whose rows are found by a key.
final class ColumnMove {

  private final TargetTable target;
  private final TargetTable host;
  private final ExpandSettings settings;
  private final TableColumn column;
  private final String name;
  private final Map<String, String> by;
  private final Draft draft;
  private final @Nullable Expression preset;
  private final MoveTrigger sync;
  private final ColumnCopy copy;
  private final Map<String, String> hostNames = new LinkedHashMap<>();
  private final Names hostFree;

  private ColumnMove(TargetTable target, ExpandSettings settings, MoveColumn request) {
    this.target = target;
    this.settings = settings;
    this.host = TargetTable.of(target.schema(), request.to());
    this.column = target.column(request.column());
    this.name = request.newName() == null ? column.part() : request.newName();
    this.by = request.by().isEmpty() ? key() : request.by();
    this.draft = new Draft(target, settings, request.operation(), column.part());
    this.preset = column.defaultValue() == null ? null : column.defaultValue().tree();
    this.sync =
        new MoveTrigger(
            new Place(target.name(), column.part()),
            new Place(host.name(), name),
            by,
            Sameness.of(target.schema(), column.type(), column.storage().collation()),
            preset,
            draft.triggerNames(),
            settings.triggerPath());
    this.hostFree = new Names(target.schema(), host.name());
    var check = hostFree.free("deed_" + host.name().name() + "_" + name + "_not_null");
    this.copy =
        new ColumnCopy(host, column, name, column.type(), Map.of(ColumnCopy.NOT_NULL, check));
  }

  static ColumnMove of(Schema schema, ExpandSettings settings, MoveColumn request) {
    return new ColumnMove(TargetTable.of(schema, request.table()), settings, request);
  }

  /// The columns of the other table that it concerns.
  Set<String> ofHost() {
    var columns = new LinkedHashSet<>(by.values());
    columns.add(name);
    return columns;
  }

  private @Nullable String presetSql() {
    return preset == null ? null : Expressions.sql(preset);
  }

  /// The foreign key from one of the two tables to the other, or else the two primary keys.
  private Map<String, String> key() {
    var pairs = new ArrayList<Map<String, String>>();
    for (var constraint : host.constraints()) {
      if (constraint.rule() instanceof ForeignKey key && key.parent().equals(target.name())) {
        pairs.add(pairs(key.parentColumns(), key.columns()));
      }
    }
    for (var constraint : target.constraints()) {
      if (constraint.rule() instanceof ForeignKey key && key.parent().equals(host.name())) {
        pairs.add(pairs(key.columns(), key.parentColumns()));
      }
    }
    var unique = pairs.stream().filter(this::isUnique).distinct().toList();
    if (unique.size() == 1) {
      return unique.getFirst();
    }
    if (unique.isEmpty() && !target.key().isEmpty() && target.key().size() == host.key().size()) {
      return pairs(target.key(), host.key());
    }
    throw new NotExpanded(
        "%s foreign keys tie rows of %s to rows of %s, one to one"
            .formatted(
                unique.isEmpty() ? "no" : "several", host.name().dotted(), target.name().dotted()),
        "name the columns that do, of either table: --by id=user_id");
  }

  private static Map<String, String> pairs(List<String> old, List<String> added) {
    var pairs = new LinkedHashMap<String, String>();
    for (var i = 0; i < Math.min(old.size(), added.size()); i++) {
      pairs.put(old.get(i), added.get(i));
    }
    return pairs;
  }

  private boolean isUnique(Map<String, String> pairs) {
    return isUnique(target, pairs.keySet()) && isUnique(host, pairs.values());
  }

  private static boolean isUnique(TargetTable table, Collection<String> columns) {
    return table.constraints().stream()
            .anyMatch(c ->
                switch (c.rule()) {
                  case PrimaryKey key -> columns.containsAll(key.columns());
                  case Unique unique -> columns.containsAll(unique.columns());
                  default -> false;
                })
        || table.indexes().stream()
            .anyMatch(i ->
                i.unique()
                    && i.where() == null
                    && i.elements().stream()
                        .allMatch(e -> e.column() != null && columns.contains(e.column())));
  }

  Story story() {
    check();
    var shown = column.name().text();
    var to = "%s.%s".formatted(host.name().dotted(), Identifier.quoted(name));
    var expand = new ArrayList<>(copy.add());
    if (presetSql() != null) {
      expand.add(copy.setDefault(presetSql()));
    }
    expand.add(draft.apart());
    expand.addAll(sync.createOnOld());
    expand.add(draft.apart());
    expand.addAll(sync.createOnAdded());
    var collapse = new ArrayList<>(sync.expectedFirst(sync.old()));
    collapse.addAll(sync.dropOnAdded());
    collapse.add(draft.apart());
    collapse.addAll(sync.dropOnOld());
    collapse.add(draft.apart());
    collapse.add(copy.dropIfThere());
    draft.file(Phase.EXPAND, "add %s for %s".formatted(to, shown), expand, collapse);
    draft.file(
        Phase.BACKFILL,
        "fill %s from %s".formatted(to, shown),
        List.of(draft.inBatches(target.rowKey(), sync.carryForth())),
        ColumnRename.NOTHING);
    build(to, shown);
    var contract = new ArrayList<String>();
    contract.addAll(sync.expectedFirst(sync.added()));
    contract.add(ConstraintStory.expectNone(target, sync.lost()));
    contract.addAll(sync.dropOnAdded());
    contract.add(draft.apart());
    contract.addAll(sync.dropOnOld());
    contract.add(
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(target.quoted(), Identifier.quoted(column.part())));
    draft.file(Phase.CONTRACT, "drop %s".formatted(shown), contract, again());
    remarks(to);
    return draft.story(column.part(), null);
  }

  private void remarks(String to) {
    draft.adds(host, name);
    draft.remark(
        "a value of %s whose row has no row in %s stays where it is: the contract shows such rows, and waits for them"
            .formatted(column.name().text(), host.name().dotted()));
    draft.remark(
        "a row of %s that is inserted without a value, or with the default, takes over the old one"
            .formatted(host.name().dotted()));
    draft.remark(
        "a write of %s now locks a row of both tables: two sessions that write both forms of one row at the same moment can deadlock, and PostgreSQL cancels one of them"
            .formatted(to));
    new BoundObjects(target, settings, column.part()).remarks(false, to).forEach(draft::remark);
  }

  // What the column carries

  /// Of this column alone.
  private List<Index> indexes() {
    return target.indexesOn(column.part()).stream().filter(i -> i.constraint() == null).toList();
  }

  private List<TableConstraint> constraints() {
    return target.constraintsOn(column.part()).stream()
        .filter(c -> !(c.rule() instanceof NotNull))
        .toList();
  }

  private void build(String to, String shown) {
    var up = new ArrayList<>(copy.constraints().addNotNullCheck());
    var validate = new ArrayList<String>();
    var down = new ArrayList<String>();
    for (var constraint : constraints()) {
      var own = Identifier.quoted(hostName(constraint));
      var rule =
          switch (constraint.rule()) {
            case Check check ->
                new Check(Expressions.renamed(check.condition(), column.part(), name));
            case ForeignKey key ->
                new ForeignKey(
                    List.of(name),
                    key.parent(),
                    key.parentColumns(),
                    key.match(),
                    key.onUpdate(),
                    key.onDelete(),
                    key.period(),
                    key.parentSpan());
            default -> null;
          };
      if (rule == null) {
        up.add(
            "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s)"
                .formatted(own, host.quoted(), Identifier.quoted(name)));
        up.add(
            "ALTER TABLE %s ADD CONSTRAINT %s UNIQUE USING INDEX %s"
                .formatted(host.quoted(), own, own));
      } else {
        up.add(
            "ALTER TABLE %s ADD CONSTRAINT %s %s NOT VALID"
                .formatted(
                    host.quoted(), own, constraint.copy().rule(rule).constraint().definition()));
        validate.add("ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(host.quoted(), own));
      }
      down.addFirst("ALTER TABLE %s DROP CONSTRAINT %s".formatted(host.quoted(), own));
    }
    for (var index : indexes()) {
      var own = index.name().named(host.name().renamed(hostName(index)));
      var elements =
          index.elements().stream().map(e -> CopiedIndexes.renamed(e, column.part(), name));
      var where = index.where();
      up.add(
          index
              .copy()
              .name(own)
              .table(host.name())
              .elements(elements.toList())
              .where(where == null ? null : Expressions.renamed(where, column.part(), name))
              .index()
              .definition()
              .replaceFirst("INDEX ", "INDEX CONCURRENTLY "));
      down.addFirst("DROP INDEX CONCURRENTLY " + own.name().quoted());
    }
    up.addAll(copy.constraints().validateNotNull());
    up.addAll(validate);
    up.addAll(copy.constraints().setNotNull());
    up.addAll(copy.constraints().dropNotNullCheck());
    down.addAll(copy.constraints().dropNotNull());
    if (!up.isEmpty()) {
      draft.fileAlone(
          Phase.BACKFILL, "index and constrain %s like %s".formatted(to, shown), up, down);
    }
  }

  /// `users_bio_check` is `profiles_bio_check` there.
  private String hostName(TableConstraint constraint) {
    return hostNames.computeIfAbsent(constraint.part(), this::freeName);
  }

  private String hostName(Index index) {
    return hostNames.computeIfAbsent(index.name().simpleName(), this::freeName);
  }

  private String freeName(String own) {
    var table = target.name().name();
    var last = own.startsWith(table + "_") ? own.substring(table.length() + 1) : own;
    return hostFree.free(host.name().name() + "_" + last);
  }

  // The way back

  private List<String> again() {
    var check =
        draft.names.free("deed_" + target.name().name() + "_" + column.part() + "_not_null_back");
    var original =
        new ColumnCopy(
            target, column, column.part(), column.type(), Map.of(ColumnCopy.NOT_NULL, check));
    var down = new ArrayList<String>();
    if (column.notNull() && presetSql() == null) {
      down.add(
          RowsAgainst.of(target, sync.without())
              .refuse(
                  "%s is NOT NULL, and some rows of %s have no value for it in %s"
                      .formatted(
                          Identifier.quoted(column.part()),
                          target.name().dotted(),
                          host.name().dotted()),
                  "write the %s.%s of the rows"
                      .formatted(host.name().dotted(), Identifier.quoted(name))));
    }
    down.addAll(presetSql() == null ? original.add() : original.addWithDefault(presetSql()));
    down.add(draft.apart());
    down.addAll(sync.createOnAdded());
    down.add(draft.apart());
    down.addAll(sync.createOnOld());
    down.add(draft.inBatches(walkedHost(), sync.carryBack()));
    down.addAll(original.constraints().add());
    down.addAll(original.indexes().create());
    for (var key : original.keys().of(false)) {
      down.add(
          "ALTER TABLE %s ADD CONSTRAINT %s UNIQUE USING INDEX %s"
              .formatted(
                  target.quoted(), Identifier.quoted(key.part()), Identifier.quoted(key.part())));
    }
    var later = new ArrayList<>(original.constraints().validate());
    later.addAll(original.constraints().setNotNull());
    later.addAll(original.constraints().dropNotNullCheck());
    if (!later.isEmpty()) {
      down.add(draft.apart());
    }
    down.addAll(later);
    return down;
  }

  // What stands against it

  private void check() {
    var obstacles = new Obstacles(target, settings).ofColumn(column).ofBatches();
    var shown = column.name().text();
    ofBatches(obstacles, target, target.rowKey());
    ofBatches(obstacles, host, walkedHost());
    if (host.name().equals(target.name())) {
      obstacles.add(
          "%s is in that table".formatted(shown),
          "give it another name: deed expand rename-column");
    }
    if (obstacles.isOthers(host.table().name())) {
      obstacles.add(
          "%s belongs to service %s"
              .formatted(host.name().dotted(), obstacles.ownerOf(host.table().name())),
          "a column moves between tables of one service: move the table to that service first");
    }
    if (host.has(name)) {
      obstacles.add(
          "%s has a column %s already".formatted(host.name().dotted(), name),
          "choose another name: --name");
    }
    if (Names.bytes(name) > Names.LONGEST) {
      obstacles.add(
          "the name %s has more than %d bytes: PostgreSQL would cut it"
              .formatted(name, Names.LONGEST),
          "choose a shorter name");
    }
    ofHost(obstacles);
    ofKey(obstacles);
    if (column.identity() != null || target.sequenceOf(column).isPresent()) {
      obstacles.add("%s has a sequence".formatted(shown), "only plain columns can be moved");
    } else if (preset != null && !Expressions.isRepeatable(preset)) {
      obstacles.add(
          "the default of %s is another value each time: an INSERT does not show whether code gave one"
              .formatted(shown),
          "drop the default first, and let code give the value");
    }
    ofCarried(obstacles);
    new Dependants(target, settings)
        .publications(column.part())
        .forEach(p -> Removal.uses(obstacles, p, Removal.publishes(p, column)));
    new BoundObjects(target, settings, column.part()).obstacles(obstacles, false);
    obstacles.refuse();
  }

  private static void ofBatches(Obstacles obstacles, TargetTable table, List<String> walked) {
    if (walked.isEmpty()) {
      obstacles.add(
          "%s has no primary key, nor a unique index whose columns are all NOT NULL: rows without a partner would be changed again by each batch"
              .formatted(table.name().dotted()),
          "give it one first: deed expand add-unique");
    }
  }

  /// The columns by which batches go through the other table, to carry values back. A row with NULL
  /// where partners are found has none, and may be passed over.
  private List<String> walkedHost() {
    var key = host.rowKey();
    return key.isEmpty() && isUnique(host, by.values()) ? List.copyOf(by.values()) : key;
  }

  private void ofHost(Obstacles obstacles) {
    if (host.table().partition() != null
        || !host.table().inherits().isEmpty()
        || !host.heirs().isEmpty()
        || host.table().server() != null) {
      obstacles.add(
          "%s is a partition, a foreign table, inherits or is inherited from"
              .formatted(host.name().dotted()),
          "name a table of its own");
    }
    if (host.table().partitionBy() != null && !indexes().isEmpty()) {
      obstacles.add(
          "%s is partitioned, and its index cannot be built while the table is written"
              .formatted(host.name().dotted()),
          "drop the index first, and build it on each partition afterwards");
    }
  }

  private void ofKey(Obstacles obstacles) {
    by.keySet().forEach(target::column);
    by.values().forEach(host::column);
    if (by.containsKey(column.part())) {
      obstacles.add(
          "%s is part of the key by which rows are found".formatted(column.name().text()),
          "name another key: --by id=user_id");
    }
    for (var pair : by.entrySet()) {
      var own = target.column(pair.getKey()).type();
      var other = host.column(pair.getValue()).type();
      if (!own.equals(other)
          && !(Set.of("smallint", "integer", "bigint").contains(own.text())
              && Set.of("smallint", "integer", "bigint").contains(other.text()))) {
        obstacles.add(
            "%s.%s has type %s, but %s.%s has type %s"
                .formatted(
                    target.name().dotted(),
                    pair.getKey(),
                    own.text(),
                    host.name().dotted(),
                    pair.getValue(),
                    other.text()),
            "name columns of one type: --by id=user_id");
      }
    }
    if (!isUnique(by)) {
      var isHost = isUnique(target, by.keySet());
      var many = isHost ? host : target;
      var columns = isHost ? new TreeSet<>(by.values()) : new TreeSet<>(by.keySet());
      obstacles.add(
          "several rows of %s can have one %s: a row must have one row in the other table"
              .formatted(many.name().dotted(), String.join(", ", columns)),
          "add a unique constraint first: deed expand add-unique %s NAME %s"
              .formatted(many.quoted(), String.join(" ", columns)));
    }
  }

  /// Only what is on the column alone can go with it.
  private void ofCarried(Obstacles obstacles) {
    if (target.key().contains(column.part()) || !target.keysTo(column.part()).isEmpty()) {
      obstacles.add(
          "%s is a key of its table".formatted(column.name().text()),
          "a key stays where its rows are");
    }
    for (var other : target.table().columns()) {
      if (other.equals(column.part())) {
        continue;
      }
      indexes().stream()
          .filter(target.indexesOn(other)::contains)
          .forEach(i ->
              obstacles.add(
                  "index %s is on %s, too".formatted(i.qualifiedName().dotted(), other),
                  "drop it first, and build one for each table"));
      constraints().stream()
          .filter(target.constraintsOn(other)::contains)
          .forEach(c ->
              obstacles.add(
                  "constraint %s is on %s, too".formatted(c.name().text(), other),
                  "drop it first: no constraint spans two tables"));
    }
    if (!CopiedStatistics.on(target, column.part()).isEmpty()) {
      obstacles.add(
          "extended statistics name %s and columns that stay".formatted(column.name().text()),
          "drop them first");
    }
  }
}
