package dev.deed.expand;

import dev.deed.expand.Request.MergeColumns;
import dev.deed.expand.Request.SplitColumn;
import dev.deed.sql.Identifier;
import dev.deed.sql.effect.Constraint.Check;
import dev.deed.sql.effect.Constraint.NotNull;
import dev.deed.sql.effect.ObjectKind;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Cast;
import dev.deed.sql.expression.Expression.Field;
import dev.deed.sql.expression.TypeName;
import dev.deed.sql.schema.ColumnDraft;
import dev.deed.sql.schema.DataType.CompositeType;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Some columns are replaced by others whose number differs: one is split, or several are merged.
///
/// @param olds each old column with its value from the new ones
/// @param news each new column with its type and its value from the old ones
record Division(
    TargetTable target,
    ExpandSettings settings,
    String operation,
    Map<TableColumn, Expression> olds,
    List<NewColumn> news) {

  Division {
    olds = new LinkedHashMap<>(olds);
    news = List.copyOf(news);
  }

  record NewColumn(String name, TypeName type, Expression value) {
    String quoted() {
      return Identifier.quoted(name);
    }
  }

  static Division of(TargetTable target, ExpandSettings settings, SplitColumn request) {
    var reader = new SqlReader(target.schema(), settings.searchPath());
    var column = target.column(request.column());
    var news =
        request.parts().stream()
            .map(p -> {
              var words = "the value of " + p.column();
              var value = target.over(reader.expression(p.value(), words), words, List.of());
              return new NewColumn(
                  p.column(),
                  p.type() == null
                      ? typeOf(target, column, p.column(), value)
                      : reader.type(p.type(), "the type"),
                  value);
            })
            .toList();
    return new Division(
        target,
        settings,
        request.operation(),
        Map.of(
            column,
            target.over(
                reader.expression(request.back(), "--back"),
                "--back",
                request.parts().stream().map(Request.Part::column).toList())),
        news);
  }

  /// That of the old column, or of the field that is taken out of it: what a row is made of is not
  /// such a row itself.
  private static TypeName typeOf(
      TargetTable target, TableColumn column, String name, Expression value) {
    var known = target.schema().find(ObjectName.of(ObjectKind.TYPE, column.type().name()));
    if (!(known.orElse(null) instanceof CompositeType row) || column.type().arrayDimensions() > 0) {
      return column.type();
    }
    return switch (value) {
      case Cast(_, var type) -> type;
      case Field(Expression.Column _, var field)
          when row.fields().stream().anyMatch(f -> f.name().equals(field)) ->
          row.fields().stream()
              .filter(f -> f.name().equals(field))
              .findFirst()
              .orElseThrow()
              .type();
      default ->
          throw new NotExpanded(
              "the type of %s is not known: %s is a value of %s"
                  .formatted(name, column.part(), column.type().text()),
              "cast it: --into '%s=(...)::text', or give one type to all: --type".formatted(name));
    };
  }

  static Division of(TargetTable target, ExpandSettings settings, MergeColumns request) {
    var reader = new SqlReader(target.schema(), settings.searchPath());
    var olds = new LinkedHashMap<TableColumn, Expression>();
    for (var part : request.parts()) {
      olds.put(
          target.column(part.column()),
          target.over(
              reader.expression(part.value(), "the value of " + part.column()),
              "the value of " + part.column(),
              List.of(request.column())));
    }
    return new Division(
        target,
        settings,
        request.operation(),
        olds,
        List.of(
            new NewColumn(
                request.column(),
                reader.type(request.type(), "the type"),
                target.over(reader.expression(request.using(), "--using"), "--using", List.of()))));
  }

  Trial trial() {
    var trial = new Trial(target);
    news.forEach(n -> trial.value(n.name(), n.type(), n.value(), false));
    olds.forEach(
        (column, value) -> trial.value(column.part(), column.type(), value, column.notNull()));
    return trial;
  }

  Story story() {
    var first = List.copyOf(olds.keySet()).getFirst();
    var draft =
        new Draft(
            target, settings, operation, olds.size() == 1 ? first.part() : news.getFirst().name());
    check(draft);
    var sync =
        new SyncTrigger(
            target.name(),
            olds.entrySet().stream()
                .map(e -> side(draft, e.getKey()).with(cast(e.getValue(), e.getKey().type())))
                .toList(),
            news.stream().map(n -> side(draft, n)).toList(),
            draft.triggerNames(),
            false);
    var oldNames = words(olds.keySet().stream().map(TableColumn::part).toList());
    var newNames = words(news.stream().map(NewColumn::name).toList());
    var shown = "%s.%s".formatted(target.name().dotted(), oldNames);

    var expand = new ArrayList<String>();
    news.forEach(n -> expand.add(alter("ADD COLUMN %s %s".formatted(n.quoted(), n.type().text()))));
    expand.addAll(sync.create());
    var collapse = new ArrayList<>(sync.expectedFirst(sync.olds()));
    collapse.addAll(sync.drop());
    news.forEach(n -> collapse.add(alter("DROP COLUMN IF EXISTS " + n.quoted())));
    draft.file(Phase.EXPAND, "add %s next to %s".formatted(newNames, shown), expand, collapse);
    var backfill = draft.inBatches(target, sync.carryForth());
    draft.file(
        Phase.BACKFILL,
        "fill %s from %s".formatted(newNames, shown),
        List.of(backfill),
        ColumnRename.NOTHING);
    var values = new LinkedHashMap<String, TableColumn>();
    olds.keySet().forEach(o -> values.put(o.part(), o));
    var kept = Kept.of(draft, values, target.key()).orElse(null);
    var contract = new ArrayList<>(sync.expectedFilled(sync.news()));
    contract.addAll(kept == null ? List.of() : kept.lost(sync));
    contract.addAll(sync.drop());
    olds.keySet().forEach(o -> contract.add(alter("DROP COLUMN " + Identifier.quoted(o.part()))));
    draft.file(Phase.CONTRACT, "drop %s".formatted(shown), contract, again(draft, sync, kept));
    if (kept != null) {
      kept.end();
    }
    for (var column : olds.keySet()) {
      target
          .indexesOn(column.part())
          .forEach(i ->
              draft.remark(
                  "index %s goes with %s: build one on %s before code needs it"
                      .formatted(i.qualifiedName().dotted(), column.part(), newNames)));
      if (column.defaultValue() != null) {
        draft.remark(
            "the default of %s goes with it, and its successors (%s) have none: code that leaves %s out writes NULL after the contract"
                .formatted(column.name().text(), newNames, column.part()));
      }
      if (column.notNull()) {
        draft.remark(
            "%s is NOT NULL: deed expand set-not-null %s %s makes its successor so, where it can be"
                .formatted(column.name().text(), target.quoted(), news.getFirst().quoted()));
      }
    }
    news.forEach(n -> draft.adds(target, n.name()));
    draft.remark(
        "whether the way back gives the same values depends on the two expressions: rows that it would change are carried forth only");
    return draft.story(
        olds.size() == 1 ? first.part() : null, news.size() == 1 ? news.getFirst().name() : null);
  }

  private Expression cast(Expression value, TypeName type) {
    return new Cast(value, Uncut.of(target.schema(), type));
  }

  private Side side(Draft draft, TableColumn column) {
    return draft.side(
        column, column.part(), column.defaultValue() == null ? null : column.defaultValue().tree());
  }

  private Side side(Draft draft, NewColumn added) {
    var column =
        ColumnDraft.of(ObjectName.column(target.name(), added.name()), added.type()).column();
    return draft.side(column, added.name(), null).with(cast(added.value(), added.type()));
  }

  /// The old columns, and what they had.
  private List<String> again(Draft draft, SyncTrigger sync, @Nullable Kept kept) {
    var copies =
        olds.keySet().stream()
            .map(column ->
                new ColumnCopy(
                    target,
                    column,
                    column.part(),
                    column.type(),
                    Map.of(
                        ColumnCopy.NOT_NULL,
                        draft.names.free(
                            "deed_" + target.name().name() + "_" + column.part() + "_not_null"))))
            .toList();
    var down =
        new ArrayList<>(
            new BackCheck(
                    target,
                    settings,
                    olds,
                    newTypes(),
                    target.key(),
                    kept == null ? "" : " AND NOT " + kept.holds(sync))
                .refusals());
    copies.forEach(copy -> {
      down.addAll(copy.add());
      var preset = preset(copy.source());
      if (preset != null) {
        down.add(copy.setDefault(preset));
      }
    });
    down.addAll(sync.create());
    if (kept != null) {
      down.add(draft.inBatches(target, kept.restore(sync)));
    }
    down.add(draft.inBatches(target, sync.carryBack()));
    copies.forEach(copy -> down.addAll(copy.constraints().add()));
    copies.forEach(copy -> down.addAll(copy.indexes().create()));
    var later = new ArrayList<String>();
    copies.forEach(copy -> {
      later.addAll(copy.constraints().validate());
      later.addAll(copy.constraints().setNotNull());
      later.addAll(copy.constraints().dropNotNullCheck());
    });
    if (!later.isEmpty()) {
      down.add(draft.apart());
    }
    down.addAll(later);
    if (kept != null) {
      down.add(kept.drop());
    }
    return down;
  }

  private Map<String, TypeName> newTypes() {
    var types = new LinkedHashMap<String, TypeName>();
    news.forEach(n -> types.put(n.name(), n.type()));
    return types;
  }

  private static @Nullable String preset(TableColumn column) {
    return column.defaultValue() == null ? null : Expressions.sql(column.defaultValue().tree());
  }

  private void check(Draft draft) {
    var obstacles = new Obstacles(target, settings).ofBatches();
    for (var column : olds.keySet()) {
      obstacles.ofColumn(column);
      var dependants = new Dependants(target, settings);
      for (var constraint : target.constraintsOn(column.part())) {
        if (!(constraint.rule() instanceof NotNull) && !(constraint.rule() instanceof Check)) {
          obstacles.add(
              "constraint %s is on %s, and no constraint of the new columns follows from it"
                  .formatted(constraint.name().text(), column.name().text()),
              "drop it first, or change the key by a migration of your own");
        }
      }
      dependants
          .publications(column.part())
          .forEach(p -> Removal.uses(obstacles, p, Removal.publishes(p, column)));
      for (var view : dependants.views(column.part())) {
        obstacles.add(
            "%s%s reads %s"
                .formatted(view.name().words(), dependants.owner(view), column.name().text()),
            "replace it first by one that computes the value in a function, or drop it until the change is over");
      }
      if (column.identity() != null || target.sequenceOf(column).isPresent()) {
        obstacles.add(
            "%s has a sequence".formatted(column.name().text()),
            "only plain columns can be divided");
      }
    }
    for (var added : news) {
      if (target.has(added.name())) {
        obstacles.add(
            "%s has a column %s already".formatted(target.name().dotted(), added.name()),
            "choose another name");
      }
      if (Names.bytes(added.name()) > Names.LONGEST) {
        obstacles.add(
            "the name %s has more than %d bytes: PostgreSQL would cut it"
                .formatted(added.name(), Names.LONGEST),
            "choose a shorter name");
      }
      if (Expressions.hasQuery(added.value())) {
        obstacles.add(
            "the value of %s contains a query, which a trigger would run for each row"
                .formatted(added.name()),
            "write an expression over the row's own columns");
      }
    }
    Kept.check(obstacles, draft);
    if (news.isEmpty() || olds.isEmpty()) {
      obstacles.add("no column is named", "name each with its value: --into name=expression");
    }
    obstacles.refuse();
  }

  private static String words(List<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  private String alter(String what) {
    return "ALTER TABLE %s %s".formatted(target.quoted(), what);
  }
}
