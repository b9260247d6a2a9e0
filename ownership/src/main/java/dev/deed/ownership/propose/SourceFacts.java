package dev.deed.ownership.propose;

import dev.deed.sql.QualifiedName;
import dev.deed.sql.Tool;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/// A folder of migrations, and what they do.
///
/// @param path relative to the top of the repository
/// @param reason how its tool was recognised
/// @param files all of its migrations
/// @param unread how many of them are not SQL
/// @param placeholders names in them that another program replaces, with the values that they are
///   read with
public record SourceFacts(
    String path,
    Tool tool,
    String reason,
    List<String> files,
    int unread,
    SortedMap<String, String> placeholders,
    Reach reach) {

  public SourceFacts {
    files = List.copyOf(files);
  }

  /// What the statements reach.
  ///
  /// @param versions of the migrations: two folders of one database cannot share any
  /// @param creates the tables that are there after all of them
  /// @param needs tables that they use and do not create
  /// @param lacks what else they use and do not create: sequences, functions and types
  /// @param links foreign keys between tables that they create
  public record Reach(
      Set<String> versions,
      SortedSet<QualifiedName> creates,
      Set<QualifiedName> needs,
      Set<QualifiedName> lacks,
      List<TableLink> links) {
    public Reach {
      versions = Set.copyOf(versions);
      needs = Set.copyOf(needs);
      lacks = Set.copyOf(lacks);
      links = List.copyOf(links);
    }
  }

  /// A foreign key.
  public record TableLink(QualifiedName from, QualifiedName to) {}
}
