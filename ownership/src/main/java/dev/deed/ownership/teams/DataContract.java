package dev.deed.ownership.teams;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.List;

/// A contract of the Open Data Contract Standard, version 3: which team answers for which tables.
///
/// @param databases of its PostgreSQL servers, as the servers name them; empty where it names none
/// @param teams the team's name and its present owners
/// @param channels how to reach them: `#orders`, addresses
/// @param span of the team, or of the file's beginning
public record DataContract(
    SourceFile file,
    List<String> databases,
    List<Table> tables,
    List<String> teams,
    List<String> channels,
    Span span) {

  public DataContract {
    databases = List.copyOf(databases);
    tables = List.copyOf(tables);
    teams = List.copyOf(teams);
    channels = List.copyOf(channels);
  }

  public record Table(QualifiedName name, Span span) {}
}
