package dev.deed.expand;

import dev.deed.expand.SyncTrigger.Named;
import dev.deed.sql.Identifier;
import dev.deed.sql.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The triggers that keep two tables of the same columns equal, in both directions: whatever
/// happens to a row of one, the row of that key in the other one becomes as it is now. What is
/// equal already is left alone, so a write that comes back changes nothing, and ends there.
///
/// Code uses one of the tables by its name. On the other one, an `INSERT` waits for a backfill that
/// is about to insert the same row.
///
/// They run with their owner's rights: code has none on the table that it does not use.
///
/// @param path where the tables' own triggers look for names
/// @param key by which rows are the same
/// @param columns that code writes
/// @param assigned those of them that an `UPDATE` may change
record TwinTrigger(
    Named names,
    String path,
    QualifiedName first,
    QualifiedName second,
    List<String> key,
    List<String> columns,
    List<String> assigned) {

  TwinTrigger {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    assigned = List.copyOf(assigned);
  }

  /// The row as it is now counts, not as it was when the trigger was fired: another trigger may
  /// have changed it since.
  private static final String PUSH =
      """
      FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO %15$s
          AS $deed$
      DECLARE
          is_same boolean;
          is_there boolean;
      BEGIN
          IF TG_OP = 'TRUNCATE' THEN
              IF EXISTS (SELECT FROM %3$s) THEN
                  TRUNCATE %3$s;
              END IF;
              RETURN NULL;
          END IF;
          IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND %4$s) THEN
              DELETE FROM %3$s o WHERE %5$s AND NOT EXISTS (SELECT FROM %2$s s WHERE %6$s);
          END IF;
          IF TG_OP <> 'DELETE' THEN
              SELECT %7$s, o.%8$s IS NOT NULL INTO is_same, is_there
              FROM %2$s s LEFT JOIN %3$s o ON %9$s WHERE %10$s;
              IF is_same THEN
                  RETURN NULL;
              ELSIF is_there THEN
                  UPDATE %3$s o SET (%11$s) = ROW(%12$s) FROM %2$s s WHERE %10$s AND %9$s;
              ELSIF FOUND THEN
                  INSERT INTO %3$s (%13$s) OVERRIDING SYSTEM VALUE
                  SELECT %14$s FROM %2$s s WHERE %10$s;
              END IF;
          END IF;
          RETURN NULL;
      END
      $deed$\
      """;

  /// A backfill locks a row of one table, finds none in the other one and inserts it. Code that
  /// inserts it there in the meantime waits for that lock first: with its row in the way, one of
  /// the two would fail. Where both tables have the row, the order in which code locks it stays.
  private static final String LOCK =
      """
      FUNCTION %1$s() RETURNS trigger
          LANGUAGE plpgsql SECURITY DEFINER
          SET search_path TO %6$s
          AS $deed$
      BEGIN
          PERFORM FROM %3$s o
          WHERE %4$s AND NOT EXISTS (SELECT FROM %2$s s WHERE %5$s) FOR NO KEY UPDATE;
          RETURN new;
      END
      $deed$\
      """;

  TwinTrigger between(QualifiedName newFirst, QualifiedName newSecond) {
    return new TwinTrigger(names, path, newFirst, newSecond, key, columns, assigned);
  }

  private QualifiedName back() {
    return names.function("back");
  }

  private QualifiedName lock() {
    return names.function("lock");
  }

  /// @param unused that of the two tables which code does not use
  List<String> createFunctions(QualifiedName unused) {
    return functions("CREATE ", unused);
  }

  private List<String> functions(String create, QualifiedName unused) {
    return List.of(
        create + push(names.sync(), first, second),
        create + push(back(), second, first),
        create + lock(unused, unused.equals(first) ? second : first));
  }

  /// After the tables were renamed: a function's text does not follow.
  List<String> replaceFunctions(QualifiedName unused) {
    return functions("CREATE OR REPLACE ", unused);
  }

  List<String> createOnFirst() {
    return create(first, names.sync());
  }

  List<String> createOnSecond() {
    return create(second, back());
  }

  private List<String> create(QualifiedName table, QualifiedName function) {
    return List.of(
        "CREATE TRIGGER %s AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(2), table.quoted(), function.quoted()),
        names.always(2, table),
        "CREATE TRIGGER %s AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION %s()"
            .formatted(names.trigger(3), table.quoted(), function.quoted()),
        names.always(3, table));
  }

  List<String> createLockOn(QualifiedName unused) {
    return List.of(
        "CREATE TRIGGER %s BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(names.trigger(4), unused.quoted(), lock().quoted()),
        names.always(4, unused));
  }

  /// @param unused that of the two tables which code does not use
  WatchedTriggers watched(QualifiedName unused) {
    return new WatchedTriggers(names).on(first, 2, 3).on(second, 2, 3).on(unused, 4);
  }

  List<String> dropLockOn(QualifiedName unused) {
    return List.of(names.drop(4, unused));
  }

  /// @param table one of the two
  List<String> dropOn(QualifiedName table) {
    return List.of(names.drop(2, table), names.drop(3, table));
  }

  List<String> dropFunctions() {
    return List.of(
        "DROP FUNCTION IF EXISTS %s()".formatted(names.sync().quoted()),
        "DROP FUNCTION IF EXISTS %s()".formatted(back().quoted()),
        "DROP FUNCTION IF EXISTS %s()".formatted(lock().quoted()));
  }

  private String push(QualifiedName function, QualifiedName from, QualifiedName to) {
    return PUSH.formatted(
        function.quoted(),
        from.quoted(),
        to.quoted(),
        "ROW(%s) IS DISTINCT FROM ROW(%s)".formatted(list("old", key), list("new", key)),
        same("o", "old"),
        same("s", "old"),
        equal("o", "s"),
        Identifier.quoted(key.getFirst()),
        same("o", "s"),
        same("s", "new"),
        list("", assigned),
        list("s", assigned),
        list("", columns),
        list("s", columns),
        path);
  }

  private String lock(QualifiedName unused, QualifiedName used) {
    return LOCK.formatted(
        lock().quoted(), unused.quoted(), used.quoted(), same("o", "new"), same("s", "new"), path);
  }

  private static String list(String row, Collection<String> names) {
    return names.stream()
        .map(n -> (row.isEmpty() ? "" : row + ".") + Identifier.quoted(n))
        .collect(Collectors.joining(", "));
  }

  private String same(String left, String right) {
    return key.stream()
        .map(Identifier::quoted)
        .map(k -> "%s.%s = %s.%s".formatted(left, k, right, k))
        .collect(Collectors.joining(" AND "));
  }

  /// Their stored images: `=` takes `1.0` and `1.00` for one, and some types have none.
  private String equal(String left, String right) {
    return "ROW(%s)::record *= ROW(%s)::record"
        .formatted(list(left, columns), list(right, columns));
  }

  /// Writes each row of the first table as it is, where the second one has none that is equal: the
  /// trigger carries it over. The other row is looked up for each row: a join would read the whole
  /// table for each batch.
  String carry(String column) {
    var own = first.quoted();
    return "UPDATE %1$s SET %2$s = %2$s WHERE (SELECT %3$s FROM %4$s o WHERE %5$s) IS NOT TRUE"
        .formatted(
            own, Identifier.quoted(column), equal("o", own), second.quoted(), same("o", own));
  }
}
