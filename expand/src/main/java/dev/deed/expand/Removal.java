package dev.deed.expand;

import dev.deed.expand.Request.DropColumn;
import dev.deed.expand.Request.DropTable;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.ForeignKey;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.replay.Dependant;
import dev.deed.sql.schema.Relation.View;
import dev.deed.sql.schema.RelationPart.TableColumn;
import dev.deed.sql.schema.RelationPart.TableConstraint;
import dev.deed.sql.schema.RelationSql;
import dev.deed.sql.schema.Routine;
import dev.deed.sql.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column or a table goes, when it is known that nothing uses it.
record Removal(TargetTable target, ExpandSettings settings) {

  // A column

  Story of(DropColumn request) {
    var column = target.column(request.column());
    var draft = new Draft(target, settings, request.operation(), column.part());
    check(draft, column);
    var names = draft.triggerNames();
    var preset = column.defaultValue() == null ? null : column.defaultValue().tree();
    var side = draft.side(column, column.part(), preset);
    var given = side.unpredictable() ? "false" : side.given();
    var notes =
        List.of(
            NoteFunction.of(names, given, side.changed(), "false"),
            "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
                .formatted(names.trigger(1), side.quoted(), target.quoted(), names.note().quoted()),
            names.always(1, target.name()));
    var noNotes =
        List.of(
            names.drop(1, target.name()),
            "DROP FUNCTION IF EXISTS %s()".formatted(names.note().quoted()));
    var isRequired = column.notNull() && column.defaultValue() == null;
    var alter =
        "ALTER TABLE %s ALTER COLUMN %s "
            .formatted(target.quoted(), Identifier.quoted(column.part()));
    var up = new ArrayList<>(notes);
    var down = new ArrayList<>(noNotes);
    if (isRequired) {
      up.add(alter + "DROP NOT NULL");
      down.add(
          target.constraintsOn(column.part()).stream()
              .filter(c -> c.rule() instanceof NotNull)
              .findFirst()
              .map(c ->
                  "ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s"
                      .formatted(
                          target.quoted(),
                          Identifier.quoted(c.part()),
                          Identifier.quoted(column.part())))
              .orElse(alter + "SET NOT NULL"));
      draft.remark(
          "%s is no longer required, so that new code may leave it out: its way back fails while rows have none"
              .formatted(column.name().text()));
    }
    draft.file(Phase.EXPAND, "note who writes %s".formatted(column.name().text()), up, down);
    var kept = Kept.of(draft, Map.of(column.part(), column), target.key()).orElse(null);
    var contract = new ArrayList<String>();
    if (kept != null) {
      contract.addAll(kept.all());
      contract.addAll(kept.unfollow());
    }
    contract.addAll(noNotes);
    contract.add(
        "ALTER TABLE %s DROP COLUMN %s"
            .formatted(target.quoted(), Identifier.quoted(column.part())));
    draft.file(
        Phase.CONTRACT,
        "drop %s".formatted(column.name().text()),
        contract,
        again(draft, column, isRequired, kept, notes));
    goesWith(column).forEach(draft::remark);
    if (kept == null) {
      draft.remark("the values are lost with the contract; --keep keeps them in a table");
    } else {
      kept.end();
    }
    return draft.story(column.part(), null);
  }

  /// The column with all that it had, and its values if they were kept.
  private List<String> again(
      Draft draft,
      TableColumn column,
      boolean isRequired,
      @Nullable Kept kept,
      List<String> notes) {
    var check =
        draft.names.free("deed_" + target.name().name() + "_" + column.part() + "_not_null");
    var optional = isRequired ? column.copy().notNull(false).column() : column;
    var copy =
        new ColumnCopy(
            target, optional, column.part(), column.type(), Map.of(ColumnCopy.NOT_NULL, check));
    var value =
        column.defaultValue() == null ? null : Expressions.sql(column.defaultValue().tree());
    var down = new ArrayList<>(value == null ? copy.add() : copy.addWithDefault(value));
    down.addAll(notes);
    if (kept != null) {
      down.add(draft.inBatches(target, kept.restore()));
    }
    down.addAll(copy.constraints().add());
    var indexes = copy.indexes().create();
    down.addAll(indexes);
    down.addAll(copy.statistics().create());
    var later = new ArrayList<>(copy.constraints().validate());
    if (!later.isEmpty() && indexes.isEmpty()) {
      later.addFirst(draft.apart());
    }
    // Before the keys, whose lock would stop all readers while rows are looked at.
    down.addAll(later);
    copy.keys().of(true).forEach(key -> down.addAll(copy.keys().addAgain(key)));
    down.addAll(copy.indexes().cluster());
    down.addAll(copy.constraints().setNotNull());
    down.addAll(copy.constraints().dropNotNullCheck());
    down.addAll(copy.indexes().identity());
    if (kept != null) {
      down.add(kept.drop());
    }
    return down;
  }

  private List<String> goesWith(TableColumn column) {
    var remarks = new ArrayList<String>();
    target
        .indexesOn(column.part())
        .forEach(i -> remarks.add("index %s goes with it".formatted(i.qualifiedName().dotted())));
    for (var constraint : target.constraintsOn(column.part())) {
      if (!(constraint.rule() instanceof NotNull)) {
        remarks.add("constraint %s goes with it".formatted(constraint.name().text()));
      }
    }
    return remarks;
  }

  private void check(Draft draft, TableColumn column) {
    var obstacles = new Obstacles(target, settings).ofColumn(column);
    var shown = column.name().text();
    var dependants = new Dependants(target, settings);
    if (column.identity() != null || target.sequenceOf(column).isPresent()) {
      obstacles.add(
          "%s has a sequence, which would go with it and could not be made again as it was"
              .formatted(shown),
          "take it off first: ALTER SEQUENCE ... OWNED BY NONE, or DROP IDENTITY");
    }
    if (target.key().contains(column.part())) {
      obstacles.add(
          "%s is part of the primary key".formatted(shown),
          "give the table another key first: a table needs one");
    }
    Kept.check(obstacles, draft);
    target
        .keysTo(column.part())
        .forEach(k -> uses(obstacles, k, "foreign key %s points at it".formatted(k.name().text())));
    dependants.views(column.part()).forEach(v -> reads(obstacles, v, shown));
    dependants
        .triggers(column.part())
        .forEach(t -> uses(obstacles, t, "trigger %s names it".formatted(t.name().text())));
    dependants
        .policies(column.part())
        .forEach(p -> uses(obstacles, p, "policy %s names it".formatted(p.name().text())));
    dependants
        .rules(column.part())
        .forEach(r -> uses(obstacles, r, "rule %s names it".formatted(r.name().text())));
    dependants
        .routines(column.part())
        .forEach(r -> uses(obstacles, r, "%s names it".formatted(r.name().words())));
    dependants.publications(column.part()).forEach(p -> uses(obstacles, p, publishes(p, column)));
    obstacles.refuse();
  }

  static String publishes(SchemaObject publication, TableColumn column) {
    return "%s publishes %s".formatted(publication.name().words(), column.name().text());
  }

  private static void reads(Obstacles obstacles, View view, String shown) {
    uses(obstacles, view, "%s reads %s".formatted(view.name().words(), shown));
  }

  static void uses(Obstacles obstacles, SchemaObject object, String reason) {
    var other = obstacles.otherOwner(object);
    obstacles.add(
        reason,
        other
            .map("ask service %s for a migration that does without it"::formatted)
            .orElse("replace or drop it first, in a migration of its own"));
  }

  // A table

  Story of(DropTable request) {
    var draft = new Draft(target, settings, request.operation(), "");
    check();
    var names = draft.triggerNames();
    var shown = target.name().dotted();
    var notes =
        List.of(
            NoteFunction.ofStatements(names),
            "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s()"
                .formatted(names.trigger(1), target.quoted(), names.note().quoted()),
            names.always(1, target.name()));
    var noFunction = "DROP FUNCTION IF EXISTS %s()".formatted(names.note().quoted());
    draft.file(
        Phase.EXPAND,
        "note who writes %s".formatted(shown),
        notes,
        List.of(names.drop(1, target.name()), noFunction));
    var tombstone = draft.names.free("deed_dropped_" + target.name().name());
    var bury =
        "ALTER TABLE %s RENAME TO %s".formatted(target.quoted(), Identifier.quoted(tombstone));
    var grave = target.name().renamed(tombstone).quoted();
    draft.file(
        Phase.CONTRACT,
        "give %s the name of a tombstone".formatted(shown),
        List.of(bury),
        List.of(
            "ALTER TABLE %s RENAME TO %s"
                .formatted(grave, Identifier.quoted(target.name().name()))));
    var again = new ArrayList<>(RelationSql.statements(target.schema(), target.table()));
    again.addAll(new TableUses(target, settings).publish());
    again.addAll(notes);
    again.add(bury);
    draft.file(
        Phase.CONTRACT,
        "drop %s".formatted(tombstone),
        List.of("DROP TABLE " + grave, noFunction),
        again);
    draft.remark("the rows are lost with the last file; its way back makes an empty table");
    return draft.story(null, null);
  }

  private void check() {
    var obstacles = new Obstacles(target, settings);
    if (target.table().partitionBy() != null || target.table().partition() != null) {
      obstacles.add(
          "%s is partitioned or a partition".formatted(target.name().dotted()),
          "detach or drop partitions by a migration of your own");
    }
    if (!target.heirs().isEmpty()) {
      obstacles.add(
          "%s is inherited from".formatted(target.name().dotted()), "drop its children first");
    }
    for (var parent : target.table().inherits()) {
      obstacles.add(
          "%s inherits from %s: what is written through that one is not noted"
              .formatted(target.name().dotted(), parent.dotted()),
          "take it out first: ALTER TABLE %s NO INHERIT %s"
              .formatted(target.quoted(), parent.quoted()));
    }
    for (var dependant : Dependant.of(target.schema(), target.name())) {
      var object = dependant.object();
      var reason =
          switch (object) {
            case View view -> "%s reads it".formatted(view.name().words());
            case TableConstraint key when key.rule() instanceof ForeignKey ->
                "foreign key %s points at it".formatted(key.name().text());
            case Routine routine when !routine.qualifiedName().name().startsWith("deed_") ->
                "%s names it".formatted(routine.name().words());
            default -> "";
          };
      if (!reason.isEmpty()) {
        uses(obstacles, object, reason);
      }
    }
    obstacles.refuse();
  }
}
