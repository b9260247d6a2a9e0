package dev.deed.sql.replay;

import dev.deed.sql.Identifier;
import dev.deed.sql.schema.CanonicalWords;
import dev.deed.sql.schema.Relation.Index;
import dev.deed.sql.schema.Relation.Storage;
import dev.deed.sql.schema.Relation.View;
import org.jspecify.annotations.Nullable;

/// What a table stores of one of its indexes: that its rows are sorted by it (`CLUSTER ON`), and
/// that replication finds rows by it (`REPLICA IDENTITY USING INDEX`).
final class IndexUses {

  private final SchemaState state;

  IndexUses(SchemaState state) {
    this.state = state;
  }

  void rename(Index index, String newName) {
    replace(index, newName);
  }

  /// PostgreSQL forgets the index that it drops.
  void forget(Index index) {
    replace(index, null);
  }

  private void replace(Index index, @Nullable String newName) {
    var name = index.qualifiedName().name();
    var table = state.table(index.table());
    if (table != null) {
      var draft = table.copy();
      if (name.equals(table.storage().clusteredOn())) {
        draft.clusteredOn(newName);
      }
      if (isIdentity(table.replicaIdentity(), name)) {
        draft.replicaIdentity(
            newName == null ? "default" : "using index " + Identifier.quoted(newName));
      }
      state.put(draft.table());
    }
    if (state.view(index.table()) instanceof View view
        && name.equals(view.storage().clusteredOn())) {
      var storage = view.storage();
      state.put(
          view.with(
              new Storage(
                  storage.accessMethod(), storage.tablespace(), storage.options(), newName)));
    }
  }

  private static boolean isIdentity(String replicaIdentity, String index) {
    var words = CanonicalWords.of(replicaIdentity);
    return words.size() > 1 && words.getLast().equals(index);
  }
}
