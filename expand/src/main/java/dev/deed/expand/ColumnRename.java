package dev.deed.expand;

import dev.deed.expand.Request.RenameColumn;
import dev.deed.sql.Identifier;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A column gets another name. A second column has the new name for as long as code uses both; at
/// the end that one goes, and the column itself is renamed: so everything that it carries stays as
/// it was, constraints, dependants and its place in the table.
record ColumnRename(TargetTable target, ExpandSettings settings, RenameColumn request) {

  /// A down needs a statement; the values go with the column.
  static final List<String> NOTHING = List.of("SELECT 'the values go with the column'");

  Story story() {
    var column = target.column(request.column());
    check(column);
    var draft = new Draft(target, settings, request.operation(), request.column());
    var preset = column.defaultValue() == null ? null : column.defaultValue().tree();
    var old = draft.side(column, column.part(), preset);
    var added = old.named(request.newName());
    var conversion = Conversion.none(old.column(), added.column());
    var sync = SyncTrigger.of(target.name(), old, added, conversion, draft.triggerNames(), false);
    var others = ColumnCopy.names(target, column.part(), draft.names);
    var copy = new ColumnCopy(target, column, request.newName(), column.type(), others);
    var shown = column.name().text();
    var to = Identifier.quoted(request.newName());

    var expand = new ArrayList<>(copy.add());
    expand.addAll(preset(copy, old));
    expand.addAll(sync.create());
    var collapse = new ArrayList<>(sync.expectedFirst(sync.olds()));
    collapse.addAll(sync.drop());
    collapse.add(copy.dropIfThere());
    var backfill = draft.inBatches(target.walkedBy(List.of(request.column())), sync.carryForth());

    draft.file(Phase.EXPAND, "give %s the name %s as well".formatted(shown, to), expand, collapse);
    draft.file(Phase.BACKFILL, "fill %s from %s".formatted(to, shown), List.of(backfill), NOTHING);
    if (!copy.indexes().create().isEmpty()) {
      draft.file(
          Phase.BACKFILL,
          "index %s like %s".formatted(to, shown),
          copy.indexes().create(),
          copy.indexes().drop());
    }
    var contract = new ArrayList<>(sync.expectedFilled(sync.olds()));
    contract.addAll(sync.drop());
    contract.add(copy.drop());
    contract.add(rename(column.part(), request.newName()));
    var back = new ArrayList<String>(back(draft, old, sync));
    back.addAll(copy.indexes().create());
    draft.file(Phase.CONTRACT, "keep only the name %s of %s".formatted(to, shown), contract, back);
    draft.adds(target, request.newName());
    copy.indexes().remark().ifPresent(draft::remark);
    new Dependants(target, settings).onRename(column, request.newName()).forEach(draft::remark);
    return draft.story(column.part(), request.newName());
  }

  /// The column keeps its new name until the other one is filled: code that reads and writes it by
  /// that name sees all values at any time.
  private List<String> back(Draft draft, Side old, SyncTrigger sync) {
    var column = target.column(request.column());
    var copy = new ColumnCopy(target, column, column.part(), column.type(), Map.of());
    var free = draft.names.free("deed_" + request.newName());
    var back = new ArrayList<>(copy.add());
    back.addAll(preset(copy, old));
    back.addAll(sync.createSync());
    back.add(draft.inBatches(lastKey(), sync.carryBack()));
    back.add(rename(request.newName(), free));
    back.add(rename(column.part(), request.newName()));
    back.add(rename(free, column.part()));
    back.add(sync.replaceSync());
    back.addAll(sync.createNotes());
    return back;
  }

  /// The key's columns when the story is over.
  private List<String> lastKey() {
    return target.walkedBy(List.of(request.column())).stream()
        .map(k -> k.equals(request.column()) ? request.newName() : k)
        .toList();
  }

  private void check(TableColumn column) {
    var obstacles = new Obstacles(target, settings).ofColumn(column).ofBatches(column.part());
    var name = request.newName();
    if (Names.bytes(name) > Names.LONGEST) {
      obstacles.add(
          "the name %s has more than %d bytes: PostgreSQL would cut it"
              .formatted(name, Names.LONGEST),
          "choose a shorter name");
    }
    if (target.has(name)) {
      obstacles.add(
          "%s has a column %s already".formatted(target.name().dotted(), name),
          "choose another name, or drop that column first: deed expand drop-column");
    }
    obstacles.refuse();
  }

  private static List<String> preset(ColumnCopy copy, Side side) {
    return side.preset() == null
        ? List.of()
        : List.of(copy.setDefault(Expressions.sql(side.preset())));
  }

  private String rename(String from, String to) {
    return "ALTER TABLE %s RENAME COLUMN %s TO %s"
        .formatted(target.quoted(), Identifier.quoted(from), Identifier.quoted(to));
  }
}
