package dev.deed.sql.schema;

import dev.deed.sql.effect.Effect;
import dev.deed.sql.effect.ObjectName;
import dev.deed.sql.script.Script;
import dev.deed.sql.script.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Replays statements, in order, into a `Schema`, and resolves each against the state before it. One
/// reader per database.
public final class SchemaReader {

  private static final int USUAL_POSTGRES = 15;

  private final Surrounding surrounding;
  private final Replay replay;

  /// @param searchPath as the database's sessions start with it: `public`
  public SchemaReader(List<String> searchPath) {
    this(searchPath, USUAL_POSTGRES);
  }

  /// @param postgres the server's major version: from 18 on, every `NOT NULL` is a named constraint
  public SchemaReader(List<String> searchPath, int postgres) {
    surrounding = new Surrounding(searchPath, postgres);
    replay = new Replay(surrounding);
  }

  /// A migration or a dump: settings that it leaves behind (search path, role) end with it, temporary
  /// tables too.
  public List<Resolved> read(Script script) {
    return List.of();
  }

  /// The state now.
  public Schema schema() {
    return Schema.of(surrounding.state);
  }
}
