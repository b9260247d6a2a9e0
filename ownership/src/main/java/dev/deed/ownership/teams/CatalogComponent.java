package dev.deed.ownership.teams;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import org.jspecify.annotations.Nullable;

/// A component of Backstage's catalog, as `catalog-info.yaml` declares it.
///
/// @param owner `spec.owner`, without `group:` and the namespace; null if there is none
public record CatalogComponent(SourceFile file, String name, @Nullable String owner, Span span) {

  /// The folder that it describes; empty for the top of the repository.
  public String folder() {
    var slash = file.path().lastIndexOf('/');
    return slash < 0 ? "" : file.path().substring(0, slash);
  }

  public boolean holds(String path) {
    return folder().isEmpty() || path.equals(folder()) || path.startsWith(folder() + "/");
  }
}
