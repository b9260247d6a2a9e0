package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.PrimaryKey;
import dev.deed.sql.effect.Constraint.Unique;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Constant;
import dev.deed.sql.expression.Expression.ConstantKind;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A column is replaced by another one with other values. Under a new name, code moves over, and
/// the old column goes. Under the old name, a switch exchanges the two names; the old column lives
/// on under a third one, so that the way back is the same exchange.
final class Replacement {

  private final TargetTable target;
  private final ExpandSettings settings;
  private final TypeChange change;
  private final TableColumn column;
  private final Draft draft;

  /// The old column's name, and that after the switch.
  private final String first;

  private final String retired;

  /// The new column's name, and that after the switch.
  private final String added;

  private final String last;

  private final SyncTrigger before;
  private final SyncTrigger after;
  private final ColumnCopy copy;
  private final ColumnCopy original;
  private final Handover handover;
  private final BoundObjects bound;
  private final @Nullable Kept kept;

  Replacement(TargetTable target, ExpandSettings settings, TypeChange change) {
    this.target = target;
    this.settings = settings;
    this.change = change;
    this.column = change.column();
    this.draft = new Draft(target, settings, change.operation(), column.part());
    this.first = column.part();
    this.last = change.finalName();
    this.added = isSwitched() ? draft.names.free(first + "_new") : last;
    this.retired = isSwitched() ? draft.names.free(first + "_old") : first;
    var triggers = draft.triggerNames();
    this.before = sync(triggers, first, added, false);
    this.after = sync(triggers, retired, last, isSwitched());
    var others = ColumnCopy.names(target, first, draft.names);
    this.copy = new ColumnCopy(target, column, added, change.type(), others, change.before());
    var check = draft.names.free("deed_" + target.name().name() + "_" + first + "_not_null_back");
    this.original =
        new ColumnCopy(target, column, retired, column.type(), Map.of(ColumnCopy.NOT_NULL, check));
    this.handover =
        new Handover(
            target,
            column,
            change,
            newPreset(),
            draft.names.free("deed_" + target.name().name() + "_" + first + "_seq"));
    this.bound =
        new BoundObjects(
            target, settings, first, new Successor(first, last, change.before()), draft.names);
    this.kept = Kept.of(draft, Map.of(retired, column), lastKey()).orElse(null);
  }

  /// The key's columns when the story is over.
  private List<String> lastKey() {
    return target.walkedBy(List.of(first)).stream().map(k -> k.equals(first) ? last : k).toList();
  }

  private boolean isSwitched() {
    return change.newName() == null;
  }

  private SyncTrigger sync(SyncTrigger.Named names, String oldName, String newName, boolean leads) {
    var oldSide = draft.side(column, oldName, oldPreset());
    var newColumn = column.copy().type(change.type()).column();
    var newSide = draft.side(newColumn, newName, newPreset());
    if (oldSide.unpredictable()) {
      newSide = newSide.withPreset(null, true);
    }
    if (!change.around().undo().isEmpty()) {
      // The type is an enum that the story makes.
      newSide = newSide.with(Sameness.equal(change.type()));
    }
    return SyncTrigger.of(
        target.name(),
        oldSide,
        newSide,
        new Conversion(change.forthOf(oldName), change.backOf(newName)),
        names,
        leads);
  }

  private @Nullable Expression oldPreset() {
    return column.defaultValue() == null ? null : column.defaultValue().tree();
  }

  /// The old default, converted.
  private @Nullable Expression newPreset() {
    var preset = oldPreset();
    if (preset == null) {
      return null;
    }
    var typed = Presets.typed(target.schema(), column, preset);
    var converted =
        Expressions.withColumns(
            change.forthOf(first), name -> name.equals(first) ? typed : Conversion.column(name));
    var folded = Expressions.folded(bare(converted));
    return Expressions.any(folded, e -> e instanceof Expression.Column) ? null : folded;
  }

  /// A default is converted to its column's type without a cast, where an assignment does it.
  private Expression bare(Expression expression) {
    return expression instanceof Cast(var value, _)
            && (isUntyped(value)
                || OldValue.isAssignable(target.schema(), column.type(), change.type()))
        ? value
        : expression;
  }

  private static boolean isUntyped(Expression value) {
    return Expressions.folded(value) instanceof Constant(var kind, _)
        && (kind == ConstantKind.STRING || kind == ConstantKind.NULL);
  }

  Story story() {
    check();
    expand();
    backfill();
    build();
    if (isSwitched()) {
      exchange();
    }
    contract();
    draft.adds(target, added);
    change.remarks().forEach(draft::remark);
    copy.indexes().remark().ifPresent(draft::remark);
    bound.remarks(isSwitched(), last).forEach(draft::remark);
    if (isSwitched() && copy.before() != null && !bound.madeAgain().isEmpty()) {
      draft.remark(
          "the switch makes %s with the old text: where it computes with %s as %s, write it for %s there, and keep the old text in the down"
              .formatted(
                  String.join(", ", bound.madeAgain()),
                  Identifier.quoted(first),
                  column.type().text(),
                  change.type().text()));
    }
    return isSwitched() ? draft.story(retired, last) : draft.story(first, last);
  }

  private void check() {
    var obstacles = new Obstacles(target, settings).ofColumn(column).ofBatches(first);
    obstacles.ofReplacement(column, target.table().partitionBy() != null);
    bound.obstacles(obstacles, isSwitched());
    Kept.check(obstacles, draft);
    if (copy.before() != null && !copy.before().inIndexes()) {
      for (var index : copy.indexes().converting()) {
        obstacles.add(
            "index %s computes with the %s of %s, and no index can convert %s into it"
                .formatted(
                    index.qualifiedName().dotted(),
                    column.type().text(),
                    column.name().text(),
                    change.type().text()),
            "drop it first, and build one over the new values afterwards: DROP INDEX CONCURRENTLY %s"
                .formatted(index.qualifiedName().quoted()));
      }
    }
    if (copy.before() != null) {
      for (var statistics : CopiedStatistics.computing(target, first)) {
        var name = statistics.name().name();
        obstacles.add(
            "statistics %s compute with the %s of %s"
                .formatted(name.dotted(), column.type().text(), column.name().text()),
            "drop them first, and make others over the new values afterwards: DROP STATISTICS %s"
                .formatted(name.quoted()));
      }
    }
    if (!isSwitched() && target.has(last)) {
      obstacles.add(
          "%s has a column %s already".formatted(target.name().dotted(), last),
          "choose another name");
    }
    if (Names.bytes(last) > Names.LONGEST) {
      obstacles.add(
          "the name %s has more than %d bytes: PostgreSQL would cut it"
              .formatted(last, Names.LONGEST),
          "choose a shorter name");
    }
    if (Expressions.hasQuery(change.conversion().forth())
        || Expressions.hasQuery(change.conversion().back())) {
      obstacles.add(
          "the conversion contains a query, which a trigger would run for each row",
          "write an expression over the row's own columns");
    }
    obstacles.refuse();
  }

  private void expand() {
    var up = new ArrayList<>(change.around().first());
    up.addAll(copy.add());
    up.addAll(preset(copy, before.added()));
    up.addAll(isSwitched() ? before.createSync() : before.create());
    var down = new ArrayList<>(before.expectedFirst(before.olds()));
    down.addAll(isSwitched() ? before.dropSync() : before.drop());
    down.add(copy.dropIfThere());
    down.addAll(change.around().undo());
    draft.file(Phase.EXPAND, "add a column for %s".formatted(change.words()), up, down);
  }

  private static List<String> preset(ColumnCopy copy, Side side) {
    return side.preset() == null
        ? List.of()
        : List.of(copy.setDefault(Expressions.sql(side.preset())));
  }

  private void backfill() {
    draft.file(
        Phase.BACKFILL,
        "fill %s from %s".formatted(Identifier.quoted(added), column.name().text()),
        List.of(draft.inBatches(target.walkedBy(List.of(first)), before.carryForth())),
        ColumnRename.NOTHING);
  }

  private void build() {
    var up = new ArrayList<>(copy.constraints().add());
    up.addAll(copy.indexes().create());
    up.addAll(copy.statistics().create());
    up.addAll(copy.constraints().addToOthers());
    up.addAll(copy.constraints().validate());
    var down = new ArrayList<>(copy.constraints().drop());
    down.addAll(copy.statistics().drop());
    down.addAll(copy.indexes().drop());
    if (!up.isEmpty()) {
      draft.fileAlone(
          Phase.BACKFILL,
          "index and constrain %s like %s"
              .formatted(Identifier.quoted(added), column.name().text()),
          up,
          down);
    }
  }

  // The switch

  private void exchange() {
    var now = copy.as(last);
    var up = new ArrayList<>(bound.takeDown());
    up.add(rename(first, retired));
    up.add(rename(added, last));
    up.addAll(change.exchange());
    up.addAll(change.afterExchange(List.of(after.replaceSync())));
    up.add(after.watched().expected());
    up.addAll(change.afterExchange(after.createNotes()));
    up.addAll(now.constraints().setNotNull());
    up.addAll(change.afterExchange(handover.forth(retired, last)));
    primaryKey().ifPresent(key -> up.addAll(takeKey(key)));
    up.addAll(bound.putUp(true));
    primaryKey().ifPresent(key -> up.add(spareIndex(key)));
    var down = new ArrayList<>(change.afterExchange(after.expectedFilled(after.olds())));
    down.addAll(bound.takeDown());
    primaryKey().ifPresent(key -> down.addAll(giveKeyBack(key)));
    down.addAll(change.afterExchange(handover.back(retired, last)));
    down.addAll(now.constraints().dropNotNull());
    down.addAll(after.dropNotes());
    down.add(rename(last, added));
    down.add(rename(retired, first));
    down.addAll(change.exchange());
    down.add(before.replaceSync());
    down.addAll(bound.putUp(false));
    primaryKey().ifPresent(key -> down.addAll(keysAgain(key)));
    bound.later(true).forEach(statements -> up.addAll(apart(statements)));
    bound.later(false).forEach(statements -> down.addAll(apart(statements)));
    draft.file(
        Phase.SWITCH,
        "exchange %s and %s".formatted(column.name().text(), Identifier.quoted(added)),
        up,
        down);
  }

  private Optional<TableConstraint> primaryKey() {
    return copy.keys().of(true).stream().filter(k -> k.rule() instanceof PrimaryKey).findFirst();
  }

  /// A primary key cannot move: its index is built before, and foreign keys follow.
  private List<String> takeKey(TableConstraint key) {
    var statements = new ArrayList<String>(dropKeysTo());
    statements.addAll(copy.keys().exchange(key));
    return statements;
  }

  /// With it, the way back needs no time.
  private String spareIndex(TableConstraint key) {
    return original.indexes().ofKey(key, spare(key));
  }

  private static String spare(TableConstraint key) {
    return Names.fit("deed_" + key.part(), "_back");
  }

  private List<String> giveKeyBack(TableConstraint key) {
    var statements = new ArrayList<String>();
    target.keysTo(first).forEach(k -> statements.add(copy.constraints().dropKeyTo(k)));
    statements.addAll(copy.keys().add(key, spare(key), Identifier.quoted(key.part())));
    return statements;
  }

  /// What the exchange took from the two columns.
  private List<String> keysAgain(TableConstraint key) {
    var statements = new ArrayList<String>();
    var back = original.as(first);
    statements.addAll(back.constraints().addToOthers());
    statements.add(copy.indexes().ofKey(key));
    statements.addAll(copy.constraints().addToOthers());
    statements.addAll(
        apart(concat(back.constraints().validateOthers(), copy.constraints().validateOthers())));
    return statements;
  }

  /// In another transaction than what is before them: a check of rows must not hold its locks.
  private final List<String> apart(List<String> statements) {
    var apart = new ArrayList<>(statements);
    if (!apart.isEmpty()) {
      apart.addFirst(draft.apart());
    }
    return apart;
  }

  private static List<String> concat(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  private List<String> dropKeysTo() {
    return target.keysTo(first).stream().map(original.constraints()::dropKeyTo).toList();
  }

  // The contract

  private void contract() {
    var hasKey = !isSwitched();
    var up = new ArrayList<>(after.expectedFilled(after.news()));
    up.addAll(kept == null ? List.of() : kept.lost(after));
    up.addAll(after.drop());
    if (!isSwitched()) {
      up.addAll(copy.constraints().setNotNull());
      up.addAll(handover.forth(retired, last));
    }
    if (!isSwitched() || primaryKey().isEmpty()) {
      up.addAll(dropKeysTo());
    }
    identityBefore().ifPresent(up::add);
    if (!isSwitched()) {
      up.addAll(bound.republish(last, true));
      up.addAll(bound.move(true));
    }
    copy.keys().of(hasKey).forEach(key -> up.addAll(copy.keys().exchange(key)));
    up.add(original.drop());
    up.addAll(copy.as(last).constraints().dropNotNullCheck());
    up.addAll(copy.as(last).takeNames());
    up.addAll(original.indexes().cluster());
    up.addAll(change.around().last());
    draft.file(
        Phase.CONTRACT,
        "drop the old column of %s".formatted(change.words()),
        change.afterExchange(up),
        change.afterExchange(goBack(hasKey)));
    if (kept != null) {
      kept.end();
    }
  }

  /// Before the index of the old column goes, which rows are told by in a replication.
  private Optional<String> identityBefore() {
    return identity().map(name -> identity(String.valueOf(copy.others().get(name))));
  }

  private Optional<String> identity() {
    return target.indexesOn(first).stream()
        .map(index -> index.name().simpleName())
        .filter(name ->
            target.table().replicaIdentity().equals("using index " + Identifier.quoted(name)))
        .findFirst();
  }

  private String identity(String index) {
    return "ALTER TABLE %s REPLICA IDENTITY USING INDEX %s"
        .formatted(target.quoted(), Identifier.quoted(index));
  }

  /// The old column with everything that it had, as it was before the contract.
  private List<String> goBack(boolean hasKey) {
    var now = copy.as(last);
    var keys = copy.keys().of(hasKey);
    var down = new ArrayList<>(change.around().undoLast());
    down.addAll(backCheck().refusals());
    down.addAll(now.leaveNames());
    keys.forEach(k -> down.add(now.keys().rename(k)));
    down.addAll(now.constraints().addNotNullCheck());
    down.addAll(original.add());
    down.addAll(preset(original, after.old()));
    if (!isSwitched()) {
      down.addAll(bound.republish(last, false));
    }
    down.addAll(after.create());
    if (kept != null) {
      down.add(draft.inBatches(lastKey(), kept.restore(after)));
    }
    down.add(draft.inBatches(lastKey(), after.carryBack()));
    down.addAll(original.constraints().add());
    down.addAll(original.indexes().create(!isSwitched()));
    if (isSwitched()) {
      primaryKey().ifPresent(k -> down.add(spareIndex(k)));
    }
    var isApart = down.getLast().contains("CONCURRENTLY");
    down.addAll(
        isApart
            ? concat(original.constraints().validateOwn(), now.constraints().validateNotNull())
            : apart(
                concat(original.constraints().validateOwn(), now.constraints().validateNotNull())));
    down.addAll(original.statistics().create());
    down.addAll(original.constraints().setNotNull());
    down.addAll(original.constraints().dropNotNullCheck());
    identity().ifPresent(name -> down.add(identity(name)));
    if (!isSwitched()) {
      down.addAll(handover.back(retired, last));
      down.addAll(now.constraints().dropNotNull());
      down.addAll(bound.move(false));
    }
    for (var each : keys) {
      keysTo(each).forEach(k -> down.add(now.constraints().dropKeyTo(k)));
      down.addAll(now.keys().giveBack(each));
      down.add(now.indexes().ofKey(each));
    }
    if (!isSwitched()) {
      down.addAll(original.constraints().addToOthers());
      down.addAll(now.constraints().addToOthers());
      down.addAll(
          apart(
              concat(original.constraints().validateOthers(), now.constraints().validateOthers())));
    } else if (primaryKey().isEmpty()) {
      down.addAll(original.constraints().addToOthers());
      down.addAll(apart(original.constraints().validateOthers()));
    }
    down.addAll(original.indexes().cluster());
    if (kept != null) {
      down.add(kept.drop());
    }
    return down;
  }

  /// Foreign keys that point at just the columns of a key: others stay while it is given back.
  private List<TableConstraint> keysTo(TableConstraint key) {
    var columns =
        switch (key.rule()) {
          case PrimaryKey primary -> primary.columns();
          case Unique unique -> unique.columns();
          default -> List.<String>of();
        };
    return target.keysTo(first).stream()
        .filter(k ->
            k.rule() instanceof ForeignKey pointing
                && Set.copyOf(pointing.parentColumns()).equals(Set.copyOf(columns)))
        .toList();
  }

  private BackCheck backCheck() {
    return new BackCheck(
        target,
        settings,
        Map.of(column, change.givenBy(last)),
        Map.of(last, change.type()),
        lastKey(),
        kept == null ? "" : " AND NOT " + kept.holds(after));
  }

  private String rename(String from, String to) {
    return "ALTER TABLE %s RENAME COLUMN %s TO %s"
        .formatted(target.quoted(), Identifier.quoted(from), Identifier.quoted(to));
  }
}
