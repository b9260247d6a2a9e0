package dev.deed.ownership.propose;

import dev.deed.ownership.teams.CatalogComponent;
import dev.deed.ownership.teams.Codeowners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about a repository before it has an ownership file.
///
/// @param name of its folder
/// @param codeowners null if it has none
/// @param live null if no database was asked
/// @param postgres null if no file says which version runs
public record RepositoryFacts(
    String name,
    List<SourceFacts> sources,
    @Nullable Codeowners codeowners,
    List<CatalogComponent> components,
    @Nullable LiveFacts live,
    List<UrlVariable> variables,
    @Nullable Reasoned postgres) {

  public RepositoryFacts {
    sources = List.copyOf(sources);
    components = List.copyOf(components);
    variables = List.copyOf(variables);
  }

  /// A variable that holds the URL of a PostgreSQL database.
  ///
  /// @param file that names it
  public record UrlVariable(String name, String file) {}

  /// A text and why it is as it is.
  public record Reasoned(String text, String reason) {}
}
