package dev.deed.ownership.teams;

import dev.deed.sql.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that teams are kept in step with: `import` of the ownership file.
///
/// @param codeowners null if none is named
/// @param backstage files of Backstage's catalog
/// @param odcs contracts of the Open Data Contract Standard
public record TeamSources(@Nullable Place codeowners, List<Place> backstage, List<Place> odcs) {

  public static final TeamSources NONE = new TeamSources(null, List.of(), List.of());

  public TeamSources {
    backstage = List.copyOf(backstage);
    odcs = List.copyOf(odcs);
  }

  /// @param path relative to the ownership file
  public record Place(String path, Span span) {}
}
