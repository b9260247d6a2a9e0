package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.Span;
import java.nio.file.Path;
import java.util.List;

/// A database of the ownership file.
///
/// @param migrations the folder of its migrations, relative to the ownership file
/// @param postgres the lowest major version that it runs on
/// @param searchPath the search path with which its sessions start
public record Database(
    DatabaseName name, Path migrations, int postgres, List<String> searchPath, Span span) {
  public Database {
    searchPath = List.copyOf(searchPath);
  }
}
