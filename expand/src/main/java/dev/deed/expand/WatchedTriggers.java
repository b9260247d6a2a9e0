package dev.deed.expand;

import dev.deed.expand.SyncTrigger.Named;
import dev.deed.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The triggers that keep both forms equal, as they must be before one of the forms goes: where one
/// was dropped or disabled by hand, rows that were written since then may differ, and the values of
/// one form would be lost.
record WatchedTriggers(Named names, List<On> all) {

  /// One trigger.
  private record On(QualifiedName table, int order) {}

  WatchedTriggers {
    all = List.copyOf(all);
  }

  WatchedTriggers(Named names) {
    this(names, List.of());
  }

  WatchedTriggers on(QualifiedName table, int... orders) {
    var more = new ArrayList<>(all);
    IntStream.of(orders).forEach(order -> more.add(new On(table, order)));
    return new WatchedTriggers(names, more);
  }

  /// After a statement.
  String expected() {
    var wanted =
        all.stream()
            .map(t ->
                "(%s::regclass, %s)"
                    .formatted(
                        StringConstant.of(t.table().quoted()),
                        StringConstant.of(names.triggerName(t.order()))))
            .collect(Collectors.joining(", "));
    return "-- deed: expect SELECT coalesce(string_agg(concat('trigger ', w.name, ' on ', w.relation, CASE WHEN t.oid IS NULL THEN ' is missing' ELSE ' is disabled' END), ', ') || ': rows written since then may differ; put them right, make the trigger again as the expansion did, and ENABLE ALWAYS it', 'enabled') FROM (VALUES %s) w (relation, name) LEFT JOIN pg_catalog.pg_trigger t ON t.tgrelid = w.relation AND t.tgname = w.name WHERE t.tgenabled IS DISTINCT FROM 'A' = enabled"
        .formatted(wanted);
  }

  /// First of all: an expectation follows a statement.
  List<String> expectedFirst() {
    return List.of(
        "SELECT count(*) FROM %s WHERE false".formatted(all.getFirst().table().quoted()),
        expected());
  }
}
