package dev.deed.expand;

import dev.deed.sql.schema.Relation.Table;
import dev.deed.sql.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `DROP TRIGGER` of a partitioned table locks the partitions before the table, and code that
/// writes does the opposite: one of the two would be cancelled as a deadlock. So the table is
/// locked first.
record PartitionedTriggers(Set<String> tables) {

  private static final Pattern DROP =
      Pattern.compile("DROP TRIGGER (?:IF EXISTS )?(?:\"(?:[^\"]|\"\")+\"|\\S+) ON (.+)");

  /// Where a transaction ends: these run alone.
  private static final Pattern ALONE =
      Pattern.compile("(?s)-- deed: backfill .*|.*\\bCONCURRENTLY\\b.*");

  PartitionedTriggers(Schema schema) {
    this(
        schema.objects().stream()
            .filter(Table.class::isInstance)
            .map(Table.class::cast)
            .filter(table -> table.partitionBy() != null)
            .map(table -> table.qualifiedName().quoted())
            .collect(Collectors.toSet()));
  }

  List<String> locked(List<String> statements) {
    var all = new ArrayList<String>();
    var held = new HashSet<String>();
    for (var statement : statements) {
      var drop = DROP.matcher(statement);
      if (drop.matches() && tables.contains(drop.group(1)) && held.add(drop.group(1))) {
        all.add("LOCK TABLE %s IN ACCESS EXCLUSIVE MODE".formatted(drop.group(1)));
      } else if (ALONE.matcher(statement).matches()) {
        held.clear();
      }
      all.add(statement);
    }
    return all;
  }
}
