package dev.deed.engine.run;

import dev.deed.sql.Identifier;
import dev.deed.sql.parse.RowChange;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The SQL of one backfill: its statement restricted to a part of the table, and what is asked
/// about that part.
///
/// The rows of an answer to a change are: how many rows were changed and for how many of them the
/// condition is still true; then, with nulls in these columns, the keys of rows that another
/// session holds.
record BatchSql(RowChange change, WalkedTable table) {

  /// PostgreSQL takes a part of a table for larger than it is, and compiles for longer than a batch
  /// takes.
  static final String PLAIN = "SET LOCAL jit = off";

  /// Keys of the rows up to which the next batch of that size goes; none where fewer are left.
  String upperBound(KeyRange range, int size) {
    var columns = table.columns(change);
    var names = names(columns.size());
    return "SELECT %s FROM (SELECT %s FROM %s WHERE %s ORDER BY %s OFFSET %d LIMIT 1) deed_bound"
        .formatted(
            texts(names),
            selected(columns, names),
            change.target(),
            within(range),
            String.join(", ", columns),
            size - 1);
  }

  /// Waits for rows that other sessions hold.
  String changing(KeyRange range) {
    return "WITH deed_done AS (\n%s\n) %s".formatted(changed(within(range)), COUNTS);
  }

  /// Changing a row once more writes the same value: then it need not be asked of each row whether
  /// the condition is still true for it, which costs a tenth of the change.
  boolean isSafeTwice() {
    return !change.deletes() && change.others().isEmpty() && COPY.matcher(change.set()).matches();
  }

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)";

  /// `total = amount::bigint`
  private static final Pattern COPY =
      Pattern.compile(NAME + " = " + NAME + "(?:::[a-z][a-z0-9 ]*)?");

  /// Where that is the case: the number of rows is the server's answer.
  String changingOnly(KeyRange range) {
    return updating(within(range));
  }

  private static final String COUNTS =
      "SELECT count(*)::text AS deed_rows, (count(*) FILTER (WHERE again))::text FROM deed_done";

  /// Passes over rows that other sessions hold, and names them.
  String changingFree(KeyRange range) {
    var columns =
        table.isWalkedByBlock() ? List.of(change.name() + ".ctid") : table.columns(change);
    var names = names(columns.size());
    var matching = "FROM %s WHERE %s%s".formatted(change.target(), within(range), matches());
    var selected = selected(columns, names);
    var held = "(%s) IN (SELECT %s FROM deed_free)";
    var text =
        """
        WITH deed_free AS MATERIALIZED (SELECT %s %s FOR %s OF %s SKIP LOCKED),
        deed_done AS (
        %s
        )\
        """
            .formatted(
                selected,
                matching,
                change.deletes() ? "UPDATE" : "NO KEY UPDATE",
                change.name(),
                changed(held.formatted(String.join(", ", columns), String.join(", ", names))));
    return table.isWalkedByBlock() ? text + COUNTS : text + withHeld(selected, matching, names);
  }

  private String withHeld(String selected, String matching, List<String> names) {
    var nulls = names.stream().map(_ -> "NULL::text").collect(Collectors.joining(", "));
    return "SELECT count(*)::text AS deed_rows, (count(*) FILTER (WHERE again))::text, %s FROM deed_done UNION ALL SELECT NULL, NULL, %s FROM (SELECT %s %s EXCEPT SELECT %s FROM deed_free) deed_held"
        .formatted(nulls, texts(names), selected, matching, String.join(", ", names));
  }

  /// @param keys of rows that were passed over
  String changingThese(List<List<String>> keys) {
    var columns = String.join(", ", table.columns(change));
    var values =
        keys.stream()
            .map(key -> "(" + String.join(", ", table.literals(key)) + ")")
            .collect(Collectors.joining(", "));
    return "WITH deed_done AS (\n%s\n) %s"
        .formatted(changed("(%s) IN (VALUES %s)".formatted(columns, values)), COUNTS);
  }

  /// Of one part: its rows, the ones among them that the condition still finds, and a checksum over
  /// keys and changed columns.
  String counting(KeyRange range) {
    return """
    SELECT count(*)::text, (count(*) FILTER (WHERE true%s))::text,
           coalesce(pg_catalog.bit_xor(%s), 0)::text
    FROM %s WHERE %s\
    """
        .formatted(matches(), hash(), change.target(), within(range));
  }

  private String hash() {
    return table.hash(change.name(), change.columns().stream().map(Identifier::quoted).toList());
  }

  /// The columns that have new values, where nothing is computed from them: what is, and what
  /// triggers change, is looked at by autovacuum, which counts the changes.
  String analyzing(boolean isWhole) {
    var columns = change.columns().stream().map(Identifier::quoted).toList();
    return "ANALYZE "
        + table.name()
        + (isWhole || columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")");
  }

  /// The statement on some rows.
  private String changed(String part) {
    var again =
        change.deletes()
            ? "false"
            : change.where().isEmpty() ? "true" : "(" + change.where() + "\n)";
    return "%s\nRETURNING %s AS again".formatted(updating(part), again);
  }

  private String updating(String part) {
    var others = change.others().isEmpty() ? "" : "\n%s %s".formatted(joins(), change.others());
    var where = "\nWHERE %s%s".formatted(part, and(change.where()));
    var statement =
        change.deletes()
            ? "DELETE FROM " + change.target()
            : "UPDATE %s SET %s".formatted(change.target(), change.set());
    return statement + others + where;
  }

  private String joins() {
    return change.deletes() ? "USING" : "FROM";
  }

  /// The statement's own condition, where the other tables of the statement are not in sight.
  private String matches() {
    return change.others().isEmpty()
        ? and(change.where())
        : " AND EXISTS (SELECT FROM %s%s)"
            .formatted(
                change.others(),
                change.where().isEmpty() ? "" : "\nWHERE " + change.where() + "\n");
  }

  private static String and(String condition) {
    return condition.isEmpty() ? "" : " AND (" + condition + "\n)";
  }

  private String within(KeyRange range) {
    if (table.isWalkedByBlock()) {
      return blocks(range);
    }
    var columns = "(" + String.join(", ", table.columns(change)) + ")";
    return bound(columns, ">", range.after())
        + " AND "
        + bound(columns, "<=", range.upTo())
        + first(">=", range.after())
        + first("<=", range.upTo());
  }

  /// Follows from the whole key's bound, and tells the planner how small the part is: of a key of
  /// several columns it only guesses.
  private String first(String comparison, List<String> values) {
    return values.size() < 2
        ? ""
        : " AND %s %s %s"
            .formatted(
                table.columns(change).getFirst(), comparison, table.literals(values).getFirst());
  }

  private String bound(String columns, String comparison, List<String> values) {
    return values.isEmpty()
        ? "true"
        : "%s %s (%s)".formatted(columns, comparison, String.join(", ", table.literals(values)));
  }

  private String blocks(KeyRange range) {
    var ctid = change.name() + ".ctid";
    var from = range.after().isEmpty() ? "0" : range.after().getFirst();
    return "%s >= '(%s,0)'::tid".formatted(ctid, from)
        + (range.isLast()
            ? ""
            : " AND %s < '(%s,0)'::tid".formatted(ctid, range.upTo().getFirst()));
  }

  private static String selected(List<String> columns, List<String> names) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i) + " AS " + names.get(i))
        .collect(Collectors.joining(", "));
  }

  private static String texts(List<String> columns) {
    return columns.stream().map(column -> column + "::text").collect(Collectors.joining(", "));
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "deed_key" + i).toList();
  }
}
