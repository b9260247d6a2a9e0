package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All claims, indexed by table name: an ownership file may list thousands of them.
final class Claims {

  private final List<Claim> all;
  private final Map<Key, List<Claim>> byName = new HashMap<>();

  private final Map<DatabaseName, Set<ServiceName>> owners = new HashMap<>();

  /// @param table empty for patterns with `*`
  private record Key(DatabaseName database, String table) {}

  Claims(List<Claim> all) {
    this.all = List.copyOf(all);
    for (var claim : all) {
      byName.computeIfAbsent(key(claim), _ -> new ArrayList<>()).add(claim);
      owners.computeIfAbsent(claim.database(), _ -> new HashSet<>()).add(claim.service());
    }
  }

  private static Key key(Claim claim) {
    var table = claim.pattern().table();
    return new Key(claim.database(), table.isExact() ? table.pieces().getFirst() : "");
  }

  List<Claim> all() {
    return all;
  }

  /// The services with claims in this database.
  Set<ServiceName> owners(DatabaseName database) {
    return owners.getOrDefault(database, Set.of());
  }

  /// Claims that may match a table of this name; their patterns decide.
  List<Claim> about(DatabaseName database, String table) {
    var named = byName.getOrDefault(new Key(database, table), List.of());
    var others = byName.getOrDefault(new Key(database, ""), List.of());
    if (named.isEmpty() || others.isEmpty()) {
      return named.isEmpty() ? others : named;
    }
    var both = new ArrayList<>(named);
    both.addAll(others);
    return both;
  }
}
