package dev.deed.engine.look.catalog;

import dev.deed.engine.catalog.CatalogChange;
import dev.deed.engine.catalog.CatalogChange.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All objects in users' schemas at one moment, in enough detail to detect what a transaction
/// changed.
public final class CatalogState {

  private static final String SQL = sql();

  /// @param parent the relation that it belongs to; a change of the parent covers it
  /// @param facts a hash of the facts that are not shown
  /// @param storage the file of its rows
  private record Entry(String parent, String object, String shown, String facts, String storage) {}

  private final Map<String, Entry> entries = new HashMap<>();

  private CatalogState() {}

  public static CatalogState read(Connection connection) throws SQLException {
    var state = new CatalogState();
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (var rows = statement.executeQuery(SQL)) {
        while (rows.next()) {
          state.entries.put(text(rows, "key"), entry(rows));
        }
      }
    }
    return state;
  }

  /// In the order of the objects' names.
  public List<CatalogChange> changesTo(CatalogState after) {
    var changes = new ArrayList<CatalogChange>();
    entries.forEach((key, was) -> {
      var is = after.entries.get(key);
      if (is == null) {
        if (was.parent().isEmpty() || after.entries.containsKey(was.parent())) {
          changes.add(new CatalogChange(Kind.DROPPED, was.object(), "", ""));
        }
      } else {
        change(was, is).ifPresent(changes::add);
      }
    });
    after.entries.forEach((key, is) -> {
      if (!entries.containsKey(key)
          && (is.parent().isEmpty() || entries.containsKey(is.parent()))) {
        changes.add(new CatalogChange(Kind.CREATED, is.object(), "", is.shown()));
      }
    });
    changes.sort(Comparator.comparing(CatalogChange::object).thenComparing(CatalogChange::kind));
    return changes;
  }

  /// True if the relation with that OID existed.
  boolean has(long relation) {
    return entries.containsKey("class " + relation);
  }

  private static Optional<CatalogChange> change(Entry was, Entry is) {
    if (!was.object().equals(is.object())) {
      return Optional.of(new CatalogChange(Kind.RENAMED, is.object(), was.object(), ""));
    }
    if (!was.shown().equals(is.shown()) || !was.facts().equals(is.facts())) {
      return Optional.of(new CatalogChange(Kind.CHANGED, is.object(), was.shown(), is.shown()));
    }
    return was.storage().equals(is.storage())
        ? Optional.empty()
        : Optional.of(new CatalogChange(Kind.REWRITTEN, is.object(), "", ""));
  }

  private static Entry entry(ResultSet rows) throws SQLException {
    return new Entry(
        text(rows, "parent"),
        text(rows, "object"),
        text(rows, "shown"),
        text(rows, "facts"),
        text(rows, "storage"));
  }

  private static String text(ResultSet rows, String column) throws SQLException {
    return String.valueOf(rows.getString(column));
  }

  private static String sql() {
    try (var resource = CatalogState.class.getResourceAsStream("state.sql")) {
      if (resource == null) {
        throw new IllegalStateException("state.sql is missing from the program");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
