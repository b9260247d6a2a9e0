package dev.deed.ownership.propose;

import dev.deed.ownership.propose.SourceFacts.TableLink;
import dev.deed.sql.QualifiedName;
import java.util.List;
import java.util.SortedMap;

/// What a database has.
///
/// @param name of the database, as in its URL
/// @param postgres the server's major version
/// @param tables each with the role that owns it; empty if that is not known
public record LiveFacts(
    String name, int postgres, SortedMap<QualifiedName, String> tables, List<TableLink> links) {
  public LiveFacts {
    links = List.copyOf(links);
  }
}
