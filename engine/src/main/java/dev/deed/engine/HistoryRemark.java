package dev.deed.engine;

import dev.deed.sql.Severity;

/// What is odd about a row of the history that can be read nevertheless.
///
/// @param advice what to type
/// @param severity `ERROR` where a rollback refuses the row
public record HistoryRemark(MigrationName name, String message, String advice, Severity severity) {

  /// In one line, for notices.
  public String words() {
    return "%s %s; %s".formatted(name.words(), message, advice);
  }
}
