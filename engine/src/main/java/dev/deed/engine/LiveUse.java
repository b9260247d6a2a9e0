package dev.deed.engine;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.effect.ObjectName;
import java.time.Duration;
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
        public List<String> naming(QualifiedName table, String column) {
          return List.of();
        }

        @Override
        public List<String> sleeping(List<ObjectName> triggers) {
          return List.of();
        }

        @Override
        public boolean isGone(QualifiedName table) {
          return false;
        }

        @Override
        public boolean isGone(QualifiedName table, String column) {
          return false;
        }

        @Override
        public Readers readers(QualifiedName table, @Nullable String column, Duration quiet) {
          return Readers.of(Counting.NOT_ASKED);
        }
      };

  /// The server's time; empty where no server is asked.
  Optional<Instant> now();

  /// Objects that would have to be dropped with it, in PostgreSQL's words.
  ///
  /// @param column null for the whole table
  List<String> dependants(QualifiedName table, @Nullable String column);

  /// Triggers of the table whose functions name the column in their texts, in words.
  List<String> naming(QualifiedName table, String column);

  /// Those of the triggers that do not do their work, in words: `trigger x on public.users is
  /// switched off`.
  List<String> sleeping(List<ObjectName> triggers);

  /// Whether there is no such table; false where that is not known.
  boolean isGone(QualifiedName table);

  /// Whether the table has no such column; false where that is not known, or there is no table.
  boolean isGone(QualifiedName table, String column);

  /// @param column null for the whole table
  /// @param quiet how long a statement must not have been called to count as gone
  Readers readers(QualifiedName table, @Nullable String column, Duration quiet);

  /// What is known of the statements that were sent.
  enum Counting {
    COUNTED,
    /// The server has dropped statements that are seldom called, to make room for others.
    FORGETFUL,
    NOT_ASKED,
    NOT_INSTALLED,
    /// The extension is there, but the server has not loaded its library.
    NOT_LOADED,
    /// The connected role sees only its own statements.
    HIDDEN,
    UNREADABLE
  }

  /// Statements that use it, as `pg_stat_statements` counts them.
  ///
  /// @param named those that name the column, or the table where it is dropped
  /// @param whole those that read whole rows, and go on without the column
  /// @param dumps those that copy all columns, as `pg_dump` does
  record Readers(Counting counting, List<Reader> named, List<Reader> whole, List<Reader> dumps) {

    public Readers {
      named = List.copyOf(named);
      whole = List.copyOf(whole);
      dumps = List.copyOf(dumps);
    }

    public static Readers of(Counting counting) {
      return new Readers(counting, List.of(), List.of(), List.of());
    }
  }

  /// @param calls since they were last looked at; 0 for a statement that is quiet, but not for long
  ///   enough
  /// @param until when it counts as gone, if it is not called again; null if it has never been
  ///   looked at
  record Reader(String role, String query, long calls, @Nullable Instant until) {}
}
