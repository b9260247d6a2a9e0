package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What uses a table or a column in a live database: it is about to be dropped.
public interface LiveUse {

  /// Where no server is asked.
  LiveUse UNKNOWN =
      new LiveUse() {
        @Override
        public Optional<Instant> now() {
          return Optional.empty();
        }

        @Override
        public List<String> dependants(QualifiedName table, @Nullable String column) {
          return List.of();
        }

        @Override
        public Readers readers(QualifiedName table, @Nullable String column) {
          return Readers.UNKNOWN;
        }
      };

  /// The server's time; empty where no server is asked.
  Optional<Instant> now();

  /// Objects that would have to be dropped with it, in PostgreSQL's words.
  ///
  /// @param column null for the whole table
  List<String> dependants(QualifiedName table, @Nullable String column);

  Readers readers(QualifiedName table, @Nullable String column);

  /// Statements that use it, as `pg_stat_statements` counts them.
  ///
  /// @param isKnown false where the extension is not installed, or may not be read
  record Readers(boolean isKnown, List<Reader> all) {
    public static final Readers UNKNOWN = new Readers(false, List.of());

    public Readers {
      all = List.copyOf(all);
    }
  }

  /// @param calls since the changeover's last step was applied
  record Reader(String role, String query, long calls) {}
}
