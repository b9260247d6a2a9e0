package dev.deed.engine.rows;

import dev.deed.sql.Identifier;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The rows that are copied, by their place in the table, which stays the same in a snapshot: a
/// part of each table that was chosen, and all rows that these refer to, and so on.
final class RowSample {

  /// Places in one query.
  static final int CHUNK = 10_000;

  private final Connection connection;
  private final SourceTables source;
  private final Set<Long> whole = new HashSet<>();
  private final Map<Long, Set<Long>> places = new LinkedHashMap<>();

  private RowSample(Connection connection, SourceTables source) {
    this.connection = connection;
    this.source = source;
  }

  /// In a transaction with one snapshot.
  static RowSample of(Connection connection, SourceTables source, RowChoice choice, RowWish wish)
      throws SQLException {
    var sample = new RowSample(connection, source);
    for (var oid : choice.chosen()) {
      if (wish.isWhole()) {
        sample.whole.add(oid);
      } else {
        sample.begin(Objects.requireNonNull(source.tables().get(oid)), wish);
      }
    }
    sample.close();
    return sample;
  }

  boolean isWhole(long table) {
    return whole.contains(table);
  }

  /// Lists for `ctid = ANY (...)`.
  List<String> chunks(long table) {
    return chunks(places.getOrDefault(table, Set.of()));
  }

  private static List<String> chunks(Set<Long> rows) {
    var chunks = new ArrayList<String>();
    var text = new StringBuilder();
    var count = 0;
    for (var row : rows) {
      text.append(count == 0 ? "" : ",").append("\"(%d,%d)\"".formatted(row >>> 16, row & 0xffff));
      if (++count == CHUNK) {
        chunks.add("'{" + text + "}'::tid[]");
        text.setLength(0);
        count = 0;
      }
    }
    if (count > 0) {
      chunks.add("'{" + text + "}'::tid[]");
    }
    return chunks;
  }

  private void begin(SourceTable table, RowWish wish) throws SQLException {
    var from = "FROM ONLY " + table.name().quoted();
    var percent = wish.percent();
    if (wish.most() < Long.MAX_VALUE) {
      var count = number("SELECT count(*) " + from);
      if (count <= wish.most()) {
        whole.add(table.oid());
        return;
      }
      percent = Math.min(100, 100.0 * (wish.most() + 5 * Math.sqrt(wish.most())) / count);
    }
    var rows =
        places(
            "SELECT %d::bigint, ctid::text %s TABLESAMPLE BERNOULLI (%s) REPEATABLE (1)%s"
                .formatted(
                    table.oid(),
                    from,
                    BigDecimal.valueOf(percent).toPlainString(),
                    wish.most() < Long.MAX_VALUE ? " LIMIT " + wish.most() : ""));
    if (rows.isEmpty()) {
      // A share of a small table is less than a row.
      rows = places("SELECT %d::bigint, ctid::text %s LIMIT 1".formatted(table.oid(), from));
    }
    places.put(table.oid(), new HashSet<>(rows.getOrDefault(table.oid(), Set.of())));
  }

  /// What rows refer to is copied with them.
  private void close() throws SQLException {
    var waiting = new ArrayDeque<Map.Entry<Long, Set<Long>>>();
    whole.forEach(oid -> waiting.add(Map.entry(oid, Set.of())));
    places.forEach((oid, rows) -> {
      if (!rows.isEmpty()) {
        waiting.add(Map.entry(oid, Set.copyOf(rows)));
      }
    });
    while (!waiting.isEmpty()) {
      var next = waiting.remove();
      for (var reference : source.references()) {
        if (reference.children().contains(next.getKey())) {
          follow(reference, next.getKey(), next.getValue())
              .forEach((table, rows) -> waiting.add(Map.entry(table, rows)));
        }
      }
    }
  }

  /// @param rows empty for all
  /// @return the rows that were not known before
  private Map<Long, Set<Long>> follow(Reference reference, long child, Set<Long> rows)
      throws SQLException {
    if (RowChoice.parents(source, reference).stream().allMatch(whole::contains)) {
      return Map.of();
    }
    var table = Objects.requireNonNull(source.tables().get(child));
    var join = new ArrayList<String>();
    for (var pair : reference.pairs()) {
      join.add(
          "p.%s OPERATOR(%s) c.%s"
              .formatted(
                  Identifier.quoted(pair.parent()),
                  pair.operator(),
                  Identifier.quoted(pair.child())));
    }
    var query =
        "SELECT DISTINCT p.tableoid::bigint, p.ctid::text FROM ONLY %s AS c JOIN %s AS p ON %s"
            .formatted(table.name().quoted(), reference.parentSql(), String.join(" AND ", join));
    var fresh = new HashMap<Long, Set<Long>>();
    var chunks = rows.isEmpty() ? List.of("") : chunks(rows);
    for (var chunk : chunks) {
      var found = places(chunk.isEmpty() ? query : query + " WHERE c.ctid = ANY (" + chunk + ")");
      found.forEach((oid, there) -> {
        if (!whole.contains(oid) && source.tables().containsKey(oid)) {
          var known = places.computeIfAbsent(oid, _ -> new HashSet<>());
          there.stream()
              .filter(known::add)
              .forEach(row -> fresh.computeIfAbsent(oid, _ -> new HashSet<>()).add(row));
        }
      });
    }
    return fresh;
  }

  private long number(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// @param sql whose rows are a table and a place in it
  private Map<Long, Set<Long>> places(String sql) throws SQLException {
    var found = new HashMap<Long, Set<Long>>();
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          var place = String.valueOf(rows.getString(2));
          var comma = place.indexOf(',');
          var block = Long.parseLong(place.substring(1, comma));
          var line = Long.parseLong(place.substring(comma + 1, place.length() - 1));
          found.computeIfAbsent(rows.getLong(1), _ -> new HashSet<>()).add(block << 16 | line);
        }
      }
    }
    return found;
  }
}
