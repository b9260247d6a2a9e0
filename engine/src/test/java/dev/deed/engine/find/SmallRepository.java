package dev.deed.engine.find;

import dev.deed.engine.find.MigrationSearch.Found;
import java.util.ArrayList;

/// Files of a repository, by their paths and texts.
final class SmallRepository {

  static final String TABLE = "CREATE TABLE t (id bigserial PRIMARY KEY);";

  private SmallRepository() {}

  /// Paths and texts in turn.
  static Found in(String... pathsAndTexts) {
    var files = new ArrayList<RepositoryFile>();
    for (var i = 0; i < pathsAndTexts.length; i += 2) {
      files.add(new RepositoryFile(pathsAndTexts[i], pathsAndTexts[i + 1]));
    }
    return MigrationSearch.in(files);
  }
}
