package dev.deed.expand;

import dev.deed.expand.Request.AddCheck;
import dev.deed.expand.Request.AddForeignKey;
import dev.deed.expand.Request.AddRequiredColumn;
import dev.deed.expand.Request.AddUnique;
import dev.deed.expand.Request.SetNotNull;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.IndexElement;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A condition that rows must meet from now on: new rows at once, those that are there when they
/// have been looked at. Rows that do not meet it are counted and shown before anything is changed.
record ConstraintStory(TargetTable target, ExpandSettings settings) {

  /// How many of the rows that stand against it are shown.
  private static final int SHOWN = 10;

  // NOT NULL

  Story of(SetNotNull request) {
    var column = target.column(request.column());
    var draft = new Draft(target, settings, request.operation(), column.part());
    if (column.notNull()) {
      throw new NotExpanded(
          "%s is NOT NULL already".formatted(column.name().text()), "there is nothing to do");
    }
    var obstacles = new Obstacles(target, settings);
    // Without a trigger, the server takes the tables along that inherit.
    (request.fill() == null
            ? obstacles.ofPlace().ofUse(column)
            : obstacles.ofColumn(column).ofBatches())
        .refuse();
    if (request.fill() == null) {
      draft.file(
          Phase.EXPAND,
          "refuse new rows without %s".formatted(column.name().text()),
          List.of(
              "SELECT count(*) FROM %s WHERE false".formatted(target.quoted()),
              expectNone(quoted(column) + " IS NULL"),
              check(column)),
          List.of(dropCheck(column)));
    } else {
      fill(draft, column, request.fill());
    }
    require(draft, column, request.fill() != null);
    if (request.fill() != null) {
      var trigger = new FillTrigger(target, draft, column.part(), value(request.fill()));
      draft.file(
          Phase.CONTRACT,
          "stop filling %s".formatted(column.name().text()),
          trigger.drop(),
          trigger.create());
      return draft.story(column.part(), null);
    }
    return draft.story(null, column.part());
  }

  Trial trial(SetNotNull request, String fill) {
    return new Trial(target)
        .value(
            request.column(),
            target.column(request.column()).type(),
            target.over(reader().expression(fill, "the value"), "the value", List.of()),
            true);
  }

  Trial trial(AddRequiredColumn request) {
    return new Trial(target)
        .value(
            request.column(),
            reader().type(request.type(), "the type"),
            reader().expression(request.value(), "the value"),
            true);
  }

  private SqlReader reader() {
    return new SqlReader(target.schema(), settings.searchPath());
  }

  private void fill(Draft draft, TableColumn column, String fill) {
    var value = value(fill);
    var trigger = new FillTrigger(target, draft, column.part(), value);
    draft.file(
        Phase.EXPAND,
        "fill %s where code gives none".formatted(column.name().text()),
        trigger.create(),
        trigger.drop());
    draft.file(
        Phase.BACKFILL,
        "fill %s where there is none".formatted(column.name().text()),
        List.of(
            draft.inBatches(
                target,
                "UPDATE %s SET %s = %s WHERE %s IS NULL"
                    .formatted(target.quoted(), quoted(column), value, quoted(column)))),
        List.of("SELECT 'the values stay'"));
    draft.remark(
        "rows without %s get %s, and cannot be told apart from others afterwards"
            .formatted(column.part(), value));
  }

  private String value(String text) {
    return Expressions.sql(
        target.over(reader().expression(text, "the value"), "the value", List.of()));
  }

  /// The check is validated without keeping writers out, and stands for the scan of `SET NOT NULL`.
  private void require(Draft draft, TableColumn column, boolean isFilled) {
    var up = new ArrayList<String>();
    if (isFilled) {
      up.add(check(column));
    }
    up.add("ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(target.quoted(), checkName(column)));
    up.add(alter(column, "SET NOT NULL"));
    up.add(dropCheck(column));
    var down = new ArrayList<String>();
    down.add(alter(column, "DROP NOT NULL"));
    if (!isFilled) {
      down.add(check(column));
    }
    draft.fileAlone(Phase.BACKFILL, "require %s".formatted(column.name().text()), up, down);
  }

  private String checkName(TableColumn column) {
    return Identifier.quoted(
        Names.fit("deed_" + target.name().name() + "_" + column.part(), "_not_null"));
  }

  private String check(TableColumn column) {
    return "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID"
        .formatted(target.quoted(), checkName(column), quoted(column));
  }

  private String dropCheck(TableColumn column) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(target.quoted(), checkName(column));
  }

  private String alter(TableColumn column, String what) {
    return "ALTER TABLE %s ALTER COLUMN %s %s".formatted(target.quoted(), quoted(column), what);
  }

  private static String quoted(TableColumn column) {
    return Identifier.quoted(column.part());
  }

  // A new column

  Story of(AddRequiredColumn request) {
    var name = request.column();
    var column = Identifier.quoted(name);
    var draft = new Draft(target, settings, request.operation(), name);
    var obstacles = new Obstacles(target, settings).ofNewColumn().ofBatches();
    if (target.has(name)) {
      obstacles.add(
          "%s has a column %s already".formatted(target.name().dotted(), name),
          "choose another name, or type deed expand set-not-null");
    }
    if (Names.bytes(name) > Names.LONGEST) {
      obstacles.add(
          "the name %s has more than %d bytes: PostgreSQL would cut it"
              .formatted(name, Names.LONGEST),
          "choose a shorter name");
    }
    obstacles.refuse();
    var reader = new SqlReader(target.schema(), settings.searchPath());
    var type = reader.type(request.type(), "the type");
    var value = value(request.value());
    var check =
        Identifier.quoted(Names.fit("deed_" + target.name().name() + "_" + name, "_not_null"));
    var alter = "ALTER TABLE %s ALTER COLUMN %s ".formatted(target.quoted(), column);
    var table = "ALTER TABLE %s ".formatted(target.quoted());
    draft.file(
        Phase.EXPAND,
        "add column %s to %s".formatted(name, target.name().dotted()),
        List.of(
            table + "ADD COLUMN %s %s".formatted(column, type.text()),
            alter + "SET DEFAULT " + value),
        List.of(table + "DROP COLUMN IF EXISTS " + column));
    draft.file(
        Phase.BACKFILL,
        "fill %s of %s".formatted(name, target.name().dotted()),
        List.of(
            draft.inBatches(
                target,
                "UPDATE %s SET %s = %s WHERE %s IS NULL"
                    .formatted(target.quoted(), column, value, column))),
        ColumnRename.NOTHING);
    draft.fileAlone(
        Phase.BACKFILL,
        "require %s of %s".formatted(name, target.name().dotted()),
        List.of(
            table + "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID".formatted(check, column),
            table + "VALIDATE CONSTRAINT " + check,
            alter + "SET NOT NULL",
            table + "DROP CONSTRAINT " + check),
        List.of(alter + "DROP NOT NULL"));
    draft.adds(target, name);
    return draft.story(null, name);
  }

  // CHECK

  Story of(AddCheck request) {
    refuseTaken(request.name());
    var draft = new Draft(target, settings, request.operation(), request.name());
    var condition =
        target.over(
            reader().expression(request.condition(), "the condition"), "the condition", List.of());
    var text = Expressions.sql(condition);
    draft.file(
        Phase.EXPAND,
        "check new rows of %s by %s".formatted(target.name().dotted(), request.name()),
        List.of(
            "SELECT count(*) FROM %s WHERE false".formatted(target.quoted()),
            expectNone("NOT (" + text + ")"),
            "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID"
                .formatted(target.quoted(), Identifier.quoted(request.name()), text)),
        List.of(drop(request.name())));
    draft.file(
        Phase.BACKFILL,
        "check all rows of %s by %s".formatted(target.name().dotted(), request.name()),
        List.of(validate(request.name())),
        List.of("SELECT 'the check stays valid'"));
    return draft.story(null, null);
  }

  private void refuseTaken(String name) {
    if (target.constraints().stream().anyMatch(c -> c.part().equals(name))) {
      throw new NotExpanded(
          "%s has a constraint %s already".formatted(target.name().dotted(), name),
          "choose another name");
    }
  }

  private String drop(String constraint) {
    return "ALTER TABLE %s DROP CONSTRAINT %s"
        .formatted(target.quoted(), Identifier.quoted(constraint));
  }

  private String validate(String constraint) {
    return "ALTER TABLE %s VALIDATE CONSTRAINT %s"
        .formatted(target.quoted(), Identifier.quoted(constraint));
  }

  // UNIQUE

  Story of(AddUnique request) {
    refuseTaken(request.name());
    request.columns().forEach(target::column);
    new Obstacles(target, settings).ofKey("a unique constraint").refuse();
    var draft = new Draft(target, settings, request.operation(), request.name());
    if (target.table().partitionBy() != null) {
      throw new NotExpanded(
          "%s is partitioned: no unique index of all its partitions can be built while it is written"
              .formatted(target.name().dotted()),
          "build one on each partition, and attach it");
    }
    var columns = list(request.columns());
    var given =
        request.columns().stream()
            .map(c -> Identifier.quoted(c) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    var twice =
        "SELECT coalesce(string_agg(twice::text, ', '), 'none') FROM (SELECT %1$s FROM %2$s WHERE %3$s GROUP BY %1$s HAVING count(*) > 1 LIMIT %4$d) twice"
            .formatted(columns, target.quoted(), given, SHOWN);
    var index = QualifiedName.of(target.name().schema(), request.name()).quoted();
    draft.file(
        Phase.EXPAND,
        "add unique constraint %s to %s".formatted(request.name(), target.name().dotted()),
        List.of(
            "SELECT count(*) FROM %s WHERE false".formatted(target.quoted()),
            "-- deed: expect " + twice + " = none",
            "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s (%s)"
                .formatted(Identifier.quoted(request.name()), target.quoted(), columns),
            "ALTER TABLE %s ADD CONSTRAINT %s UNIQUE USING INDEX %s"
                .formatted(
                    target.quoted(),
                    Identifier.quoted(request.name()),
                    Identifier.quoted(request.name()))),
        List.of(drop(request.name())));
    draft.remark("index %s enforces it from its building on".formatted(index));
    return draft.story(null, null);
  }

  // FOREIGN KEY

  Story of(AddForeignKey request) {
    refuseTaken(request.name());
    request.columns().forEach(target::column);
    new Obstacles(target, settings).ofKey("a foreign key").refuse();
    var parent = TargetTable.of(target.schema(), request.parent());
    var parentColumns = request.parentColumns().isEmpty() ? parent.key() : request.parentColumns();
    parentColumns.forEach(parent::column);
    if (parentColumns.size() != request.columns().size()) {
      throw new NotExpanded(
          "%d columns cannot reference %d columns (%s) of %s"
              .formatted(
                  request.columns().size(),
                  parentColumns.size(),
                  String.join(", ", parentColumns),
                  parent.name().dotted()),
          "name as many columns on both sides");
    }
    if (target.table().partitionBy() != null) {
      throw new NotExpanded(
          "%s is partitioned: a foreign key cannot be added to it without a check of all rows"
              .formatted(target.name().dotted()),
          "add it to each partition");
    }
    var draft = new Draft(target, settings, request.operation(), request.name());
    var orphan = orphan(request, parent, parentColumns);
    var add =
        "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s)%s NOT VALID"
            .formatted(
                target.quoted(),
                Identifier.quoted(request.name()),
                list(request.columns()),
                parent.quoted(),
                list(parentColumns),
                request.actions().isEmpty() ? "" : " " + request.actions());
    if (target.indexes().stream().noneMatch(i -> begins(i, request.columns()))) {
      var index = draft.names.free(target.name().name() + "_" + request.name() + "_idx");
      draft.file(
          Phase.EXPAND,
          "index the columns of %s".formatted(request.name()),
          List.of(
              "CREATE INDEX CONCURRENTLY %s ON %s (%s)"
                  .formatted(Identifier.quoted(index), target.quoted(), list(request.columns()))),
          List.of("DROP INDEX CONCURRENTLY " + target.name().renamed(index).quoted()));
      draft.remark(
          "index %s is built, so that a change of a parent's row does not scan the table"
              .formatted(index));
    }
    if (request.deleteOrphans()) {
      new Obstacles(target, settings).ofBatches().refuse();
      var orphans = OrphanTable.of(draft, request.name(), orphan);
      draft.file(
          Phase.EXPAND,
          "keep rows that %s takes away".formatted(request.name()),
          orphans.create(),
          orphans.giveBack());
      draft.file(
          Phase.EXPAND,
          "check new rows of %s by %s".formatted(target.name().dotted(), request.name()),
          List.of(add),
          List.of(drop(request.name())));
      draft.file(
          Phase.BACKFILL,
          "move rows of %s without a parent".formatted(target.name().dotted()),
          List.of(
              draft.inBatches(
                  target, "DELETE FROM %s WHERE %s".formatted(target.quoted(), orphan))),
          List.of("SELECT 'the rows come back with the table that keeps them'"));
      var whole = new ArrayList<>(List.of(validate(request.name())));
      whole.addAll(orphans.dropTrigger());
      draft.fileAlone(Phase.BACKFILL, checkAll(request.name()), whole, orphans.createTrigger());
      orphans.end();
      return draft.story(null, null);
    }
    draft.file(
        Phase.EXPAND,
        "check new rows of %s by %s".formatted(target.name().dotted(), request.name()),
        List.of(
            "SELECT count(*) FROM %s WHERE false".formatted(target.quoted()),
            expectNone(orphan),
            add),
        List.of(drop(request.name())));
    draft.file(
        Phase.BACKFILL,
        checkAll(request.name()),
        List.of(validate(request.name())),
        List.of("SELECT 'the constraint stays valid'"));
    return draft.story(null, null);
  }

  private String checkAll(String constraint) {
    return "check all rows of %s by %s".formatted(target.name().dotted(), constraint);
  }

  private static boolean begins(Index index, List<String> columns) {
    return index.where() == null
        && index.elements().size() >= columns.size()
        && index.elements().stream()
            .limit(columns.size())
            .map(IndexElement::column)
            .toList()
            .containsAll(columns);
  }

  /// A row whose columns are all given and found in no row of the parent: a `NULL` in one of them
  /// is enough for the rest not to be looked at.
  private String orphan(AddForeignKey request, TargetTable parent, List<String> parentColumns) {
    var conditions = new ArrayList<String>();
    var match = new ArrayList<String>();
    for (var i = 0; i < request.columns().size(); i++) {
      var column = target.quoted() + "." + Identifier.quoted(request.columns().get(i));
      conditions.add(column + " IS NOT NULL");
      match.add("parent.%s = %s".formatted(Identifier.quoted(parentColumns.get(i)), column));
    }
    conditions.add(
        "NOT EXISTS (SELECT FROM %s%s parent WHERE %s)"
            .formatted(
                parent.heirs().isEmpty() ? "" : "ONLY ",
                parent.quoted(),
                String.join(" AND ", match)));
    return String.join(" AND ", conditions);
  }

  /// Shows the keys of rows that meet the condition, and lets the migration go on if there are
  /// none.
  private String expectNone(String condition) {
    return expectNone(target, condition);
  }

  static String expectNone(TargetTable target, String condition) {
    var key = target.key().isEmpty() ? "ctid" : "(" + list(target.key()) + ")";
    return "-- deed: expect SELECT coalesce(string_agg(bad, ', '), 'none') FROM (SELECT %s::text AS bad FROM %s WHERE %s LIMIT %d) bad = none"
        .formatted(key, target.quoted(), condition.replace("\n", " "), SHOWN);
  }

  private static String list(List<String> columns) {
    return columns.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }
}
