package dev.deed.expand;

import dev.deed.expand.SyncTrigger.Named;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import dev.deed.sql.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The triggers that keep a column equal to one of another table, row by row of a key.
///
/// A row of the new table that is inserted takes over the old table's value, unless code gives one
/// of its own; for that it locks the old row, so that no change of it is missed. A row that only
/// the old table has keeps its value there.
///
/// @param old the table that has the column, with the column's name
/// @param added the other one
/// @param by the key's columns in the old table, each with that in the new one
/// @param sameness of two values
/// @param preset the column's default, null for none
/// @param path where the tables' own triggers look for names
record MoveTrigger(
    Place old,
    Place added,
    Map<String, String> by,
    Sameness sameness,
    @Nullable Expression preset,
    Named names,
    String path) {

  /// A column of a table.
  record Place(QualifiedName table, String column) {
    String quoted() {
      return Identifier.quoted(column);
    }

    /// With the name of the table.
    String full() {
      return table.quoted() + "." + quoted();
    }
  }

  MoveTrigger {
    by = Map.copyOf(by);
  }

  /// Another session that changes the other row cannot see yet that it has one here: its change is
  /// waited for, as the value before it may be the same.
  private static final String PUSH =
      """
      CREATE FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO %8$s
          AS $deed$
      BEGIN
          IF TG_NARGS = 1 AND %2$s THEN
              RETURN NULL;
          END IF;
          IF TG_OP = 'INSERT' OR %9$s THEN
              PERFORM FROM %3$s o WHERE %6$s FOR NO KEY UPDATE;
          END IF;
          UPDATE %3$s o SET %4$s = new.%5$s WHERE %6$s AND %7$s;
          RETURN NULL;
      END
      $deed$\
      """;

  private static final String TAKE =
      """
      CREATE FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO %8$s
          AS $deed$
      BEGIN
          IF %2$s THEN
              SELECT o.%3$s INTO new.%4$s FROM %5$s o WHERE %6$s FOR NO KEY UPDATE;
              IF NOT FOUND THEN
                  new.%4$s := %7$s;
              END IF;
          END IF;
          RETURN new;
      END
      $deed$\
      """;

  private QualifiedName pushForth() {
    return names.sync();
  }

  private QualifiedName pushBack() {
    return names.function("back");
  }

  private QualifiedName take() {
    return names.function("take");
  }

  /// Those of the old table. A transaction that locks both tables would wait for code that does,
  /// and be waited for.
  List<String> createOnOld() {
    var statements = new ArrayList<>(createNotes());
    statements.add(push(pushForth(), old, added));
    statements.addAll(pushing(pushForth(), old));
    return statements;
  }

  List<String> createOnAdded() {
    var statements = new ArrayList<String>();
    statements.add(push(pushBack(), added, old));
    statements.addAll(pushing(pushBack(), added));
    statements.add(
        TAKE.formatted(
            take().quoted(),
            sameness.same("new." + added.quoted(), presetSql()),
            old.quoted(),
            added.quoted(),
            old.table().quoted(),
            key("o", "new", false),
            presetSql(),
            names.path().of(presetSql())));
    statements.add(
        "CREATE TRIGGER %s BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(4), added.table().quoted(), take().quoted()));
    statements.add(names.always(4, added.table()));
    return statements;
  }

  private String presetSql() {
    return preset == null
        ? sameness.constant("NULL")
        : sameness.constant(Expressions.sql(preset), preset);
  }

  /// @param isOld the alias `row` is of the old table
  private String key(String left, String right, boolean isOld) {
    return by.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(k ->
            "%s.%s = %s.%s"
                .formatted(
                    left,
                    Identifier.quoted(isOld ? k.getValue() : k.getKey()),
                    right,
                    Identifier.quoted(isOld ? k.getKey() : k.getValue())))
        .collect(Collectors.joining(" AND "));
  }

  private String push(QualifiedName function, Place from, Place to) {
    return PUSH.formatted(
        function.quoted(),
        unchanged(from),
        to.table().quoted(),
        to.quoted(),
        from.quoted(),
        key("o", "new", from.equals(old)),
        sameness.differ("o." + to.quoted(), "new." + from.quoted()),
        path,
        keyColumns(from)
            .map(k -> "new.%1$s IS DISTINCT FROM old.%1$s".formatted(k))
            .collect(Collectors.joining(" OR ")));
  }

  private String unchanged(Place from) {
    return Stream.concat(
            Stream.of(sameness.same("new." + from.quoted(), "old." + from.quoted())),
            keyColumns(from).map(k -> "new.%1$s IS NOT DISTINCT FROM old.%1$s".formatted(k)))
        .collect(Collectors.joining(" AND "));
  }

  private Stream<String> keyColumns(Place from) {
    var key = from.equals(old) ? by.keySet() : by.values();
    return key.stream().sorted().map(Identifier::quoted);
  }

  /// The first of them fires where the column is written, even if with the value that it has: a
  /// backfill writes it so. The second one sees what other triggers did, and other keys.
  private List<String> pushing(QualifiedName function, Place from) {
    var table = from.table();
    return List.of(
        "CREATE TRIGGER %s AFTER INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(2), from.quoted(), table.quoted(), function.quoted()),
        names.always(2, table),
        "CREATE TRIGGER %s AFTER UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION %s('changed')"
            .formatted(names.trigger(3), table.quoted(), function.quoted()),
        names.always(3, table));
  }

  /// What the new table's triggers write into the old one is not noted: there it is already.
  private List<String> createNotes() {
    var differs =
        "NOT EXISTS (SELECT FROM %s o WHERE %s AND %s)"
            .formatted(
                added.table().quoted(),
                key("o", "new", true),
                sameness.same("o." + added.quoted(), "new." + old.quoted()));
    return List.of(
        NoteFunction.of(
            names,
            sameness.differ("new." + old.quoted(), presetSql()),
            sameness.differ("new." + old.quoted(), "old." + old.quoted()) + " AND " + differs,
            "false"),
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(1), old.quoted(), old.table().quoted(), names.note().quoted()),
        names.always(1, old.table()));
  }

  /// Before the column of one of the tables goes: the other one is there, and the triggers.
  List<String> expectedFirst(Place staying) {
    return List.of(
        "SELECT count(%s) FROM %s WHERE false"
            .formatted(staying.quoted(), staying.table().quoted()),
        watched().expected());
  }

  WatchedTriggers watched() {
    return new WatchedTriggers(names).on(old.table(), 2, 3).on(added.table(), 2, 3, 4);
  }

  List<String> dropOnOld() {
    return List.of(
        names.drop(1, old.table()),
        names.drop(2, old.table()),
        names.drop(3, old.table()),
        dropFunction(names.note()),
        dropFunction(pushForth()));
  }

  List<String> dropOnAdded() {
    return List.of(
        names.drop(2, added.table()),
        names.drop(3, added.table()),
        names.drop(4, added.table()),
        dropFunction(pushBack()),
        dropFunction(take()));
  }

  private static String dropFunction(QualifiedName function) {
    return "DROP FUNCTION IF EXISTS " + function.quoted() + "()";
  }

  /// Writes each old value as it is where the new one differs: the trigger carries it over. A copy
  /// in one statement could put an older value in the place of one that is written meanwhile. The
  /// other row is looked up for each row: a join could read the whole table for each batch.
  String carryForth() {
    return carry(old, added);
  }

  String carryBack() {
    return carry(added, old);
  }

  private String carry(Place from, Place to) {
    return "UPDATE %1$s SET %2$s = %2$s WHERE (SELECT %3$s FROM %4$s o WHERE %5$s)"
        .formatted(
            from.table().quoted(),
            from.quoted(),
            sameness.differ("o." + to.quoted(), from.full()),
            to.table().quoted(),
            key("o", from.table().quoted(), from.equals(old)));
  }

  /// Old values that would be lost, for want of a row in the new table.
  String lost() {
    return "%s AND NOT EXISTS (SELECT FROM %s o WHERE %s)"
        .formatted(
            sameness.differ(old.full(), presetSql()),
            added.table().quoted(),
            key("o", old.table().quoted(), true));
  }

  /// A row of the old table for which the other one has no value.
  String without() {
    return "NOT EXISTS (SELECT FROM %s o WHERE %s AND o.%s IS NOT NULL)"
        .formatted(added.table().quoted(), key("o", old.table().quoted(), true), added.quoted());
  }
}
