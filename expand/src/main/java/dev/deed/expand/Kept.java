package dev.deed.expand;

import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import dev.deed.sql.expression.Expression.Column;
import dev.deed.sql.schema.RelationPart.TableColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table in which the values of dropped columns are kept, by the table's key.
///
/// @param columns by their names in the table when they are dropped
/// @param key the columns of the primary key, as they are called then
/// @param table the one that keeps
record Kept(Draft draft, Map<String, TableColumn> columns, List<String> key, QualifiedName table) {

  Kept {
    columns = new LinkedHashMap<>(columns);
    key = List.copyOf(key);
  }

  /// Empty if nothing is to be kept.
  static Optional<Kept> of(Draft draft, Map<String, TableColumn> columns, List<String> key) {
    if (draft.settings.keep() == null) {
      return Optional.empty();
    }
    var name = draft.target.name();
    var first = columns.values().iterator().next().part();
    var table = name.renamed(draft.names.free(name.name() + "_" + first + "_kept"));
    return Optional.of(new Kept(draft, columns, key, table));
  }

  /// @throws NotExpanded where kept values could not be found again
  static void check(Obstacles obstacles, Draft draft) {
    if (draft.settings.keep() != null && draft.target.key().isEmpty()) {
      obstacles.add(
          "%s has no primary key, by which kept values could be found again"
              .formatted(draft.target.name().dotted()),
          "leave out --keep");
    }
  }

  private TargetTable target() {
    return draft.target;
  }

  String words() {
    return words(columns.keySet());
  }

  private static String words(Collection<String> names) {
    return names.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
  }

  /// Before the columns go: keeps the values which the new columns do not give back.
  List<String> lost(SyncTrigger sync) {
    return List.of(copy(" WHERE " + sync.oldsDiffer()), primaryKey(), draft.apart());
  }

  /// Before the columns go: keeps all values, also those that are written in the meantime.
  List<String> all() {
    var statements = new ArrayList<String>();
    statements.add(copy(""));
    statements.add(primaryKey());
    statements.add(draft.apart());
    statements.addAll(follow());
    statements.add(draft.apart());
    statements.add(catchUp());
    statements.add(draft.apart());
    return statements;
  }

  /// The file that drops the table again.
  void end() {
    var given =
        columns.values().stream().map(c -> stored(c).none()).collect(Collectors.joining(", "));
    draft.file(
        Phase.KEEP,
        "drop the kept values of %s.%s".formatted(target().name().dotted(), words()),
        List.of(drop()),
        List.of(
            "CREATE TABLE %s AS SELECT %s, %s FROM %s WHERE false"
                .formatted(table.quoted(), words(key), given, target().quoted()),
            primaryKey()));
    draft.remark(
        "the values are kept in %s for %s, where the way back finds them"
            .formatted(table.dotted(), draft.keep()));
  }

  private String copy(String condition) {
    return "CREATE TABLE %s AS SELECT %s, %s FROM %s%s"
        .formatted(table.quoted(), words(key), values(), target().quoted(), condition);
  }

  private String values() {
    return columns.entrySet().stream()
        .map(c -> {
          var stored = stored(c.getValue());
          var value = stored.in(Identifier.quoted(c.getKey()));
          return value.equals(stored.quoted()) ? value : value + " AS " + stored.quoted();
        })
        .collect(Collectors.joining(", "));
  }

  private Stored stored(TableColumn column) {
    return Stored.of(target().schema(), column);
  }

  /// A row's key and values, to be written into the table that keeps.
  private String row(String alias) {
    return Stream.concat(
            key.stream().map(k -> alias + "." + Identifier.quoted(k)),
            columns.entrySet().stream()
                .map(c -> stored(c.getValue()).in(alias + "." + Identifier.quoted(c.getKey()))))
        .collect(Collectors.joining(", "));
  }

  private String primaryKey() {
    return "ALTER TABLE %s ADD PRIMARY KEY (%s)".formatted(table.quoted(), words(key));
  }

  String drop() {
    return "DROP TABLE " + table.quoted();
  }

  private List<String> own() {
    return columns.values().stream().map(TableColumn::part).toList();
  }

  // What is written while the values are copied

  private QualifiedName function() {
    return target().name().renamed(Names.fit("deed_keep_" + draft.change));
  }

  /// Code that writes has no rights on the table that keeps, so its owner's count.
  List<String> follow() {
    var names = draft.triggerNames();
    return List.of(
        """
        CREATE FUNCTION %1$s() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER
            SET search_path TO %8$s
            AS $deed$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                DELETE FROM %2$s kept WHERE %3$s;
            END IF;
            IF TG_OP <> 'DELETE' THEN
                INSERT INTO %2$s (%4$s, %5$s) VALUES (%6$s)
                ON CONFLICT (%4$s) DO UPDATE SET %7$s;
            END IF;
            RETURN NULL;
        END
        $deed$\
        """
            .formatted(
                function().quoted(),
                table.quoted(),
                isRow("old"),
                words(key),
                words(own()),
                row("new"),
                assigned(),
                names.path().of(row("new"))),
        "CREATE TRIGGER %s AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(3), target().quoted(), function().quoted()),
        names.always(3, target().name()));
  }

  List<String> unfollow() {
    return List.of(
        draft.triggerNames().drop(3, target().name()),
        "DROP FUNCTION IF EXISTS %s()".formatted(function().quoted()));
  }

  /// Rows that were written after the copy began and before the trigger was there. They are locked,
  /// so that no older value takes the place of a newer one.
  private String catchUp() {
    var differs =
        columns.entrySet().stream()
            .map(c -> {
              var stored = stored(c.getValue());
              return stored
                  .sameness(target().schema())
                  .differ(
                      "kept." + stored.quoted(), stored.in("t." + Identifier.quoted(c.getKey())));
            })
            .collect(Collectors.joining(" OR "));
    return "INSERT INTO %s (%s, %s) SELECT %s FROM %s t WHERE NOT EXISTS (SELECT FROM %s kept WHERE %s AND NOT (%s)) FOR SHARE ON CONFLICT (%s) DO UPDATE SET %s"
        .formatted(
            table.quoted(),
            words(key),
            words(own()),
            row("t"),
            target().quoted(),
            table.quoted(),
            isRow("t"),
            differs,
            words(key),
            assigned());
  }

  private String assigned() {
    return own().stream()
        .map(c -> "%1$s = EXCLUDED.%1$s".formatted(Identifier.quoted(c)))
        .collect(Collectors.joining(", "));
  }

  private String isRow(String row) {
    return key.stream()
        .map(k -> "kept.%1$s = %2$s.%1$s".formatted(Identifier.quoted(k), row))
        .collect(Collectors.joining(" AND "));
  }

  // The way back

  /// Whether a row's values come back.
  String holds(SyncTrigger sync) {
    return "EXISTS (SELECT FROM %s kept WHERE %s%s)"
        .formatted(table.quoted(), isRow(target().quoted()), isStill(sync));
  }

  String restore() {
    return restore("");
  }

  /// Only where the new columns still have what the kept values become.
  String restore(SyncTrigger sync) {
    return restore(isStill(sync));
  }

  private String isStill(SyncTrigger sync) {
    Function<String, Expression> column =
        name -> {
          var known = columns.get(name);
          return known == null
              ? new Column(
                  Stream.of(target().name().schema(), target().name().name(), name)
                      .flatMap(Stream::ofNullable)
                      .toList())
              : stored(known).out("kept");
        };
    return sync.news().stream()
        .map(side ->
            " AND "
                + side.sameness()
                    .same(
                        target().quoted() + "." + side.quoted(),
                        "(" + Expressions.sql(Expressions.withColumns(side.value(), column)) + ")"))
        .collect(Collectors.joining());
  }

  /// Of each row by itself, so that it can run in batches.
  private String restore(String condition) {
    var found =
        "FROM %s kept WHERE %s%s".formatted(table.quoted(), isRow(target().quoted()), condition);
    var sets = new ArrayList<String>();
    var differ = new ArrayList<String>();
    columns.forEach((name, column) -> {
      var quoted = Identifier.quoted(name);
      var value = "(SELECT %s %s)".formatted(Expressions.sql(stored(column).out("kept")), found);
      sets.add(quoted + " = " + value);
      differ.add(
          Sameness.of(target().schema(), column.type(), column.storage().collation())
              .differ(quoted, value));
    });
    return "UPDATE %s SET %s WHERE (%s) AND (SELECT true %s)"
        .formatted(target().quoted(), String.join(", ", sets), String.join(" OR ", differ), found);
  }
}
