package dev.deed.engine;

/// Where the rest of a migration that was begun is to be found: in its file, or only in the
/// history.
record UnfinishedFile(HistoryRow row, Migrations files) {

  boolean isGone() {
    return files.find(row.name().database(), row.version()).isEmpty();
  }

  /// The file that is here, which may have been renamed since.
  String here() {
    return files
        .find(row.name().database(), row.version())
        .map(Migration::file)
        .orElse(row.file())
        .path();
  }

  /// Ends a message that has named the migration.
  String andIsGone() {
    return isGone() ? ", and its file (" + row.file() + ") is gone" : "";
  }

  /// The ways out of a migration that is half-way.
  String toFinish() {
    var finish =
        isGone()
            ? "restore the file (its text is kept: SELECT up FROM deed.migration WHERE version = '%s') and run deed apply"
                .formatted(row.version())
            : "finish it first: correct the statements after those in %s and run deed apply"
                .formatted(here());
    return finish + ", or " + toAbandon();
  }

  String toAbandon() {
    return "leave the database as it is: deed rollback --abandon " + row.version();
  }
}
