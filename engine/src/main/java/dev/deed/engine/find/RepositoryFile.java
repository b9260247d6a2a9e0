package dev.deed.engine.find;

import java.util.regex.Pattern;

/// A file of a repository, as the search sees it.
///
/// @param path relative to the top, with `/`
/// @param head the first part of its text; empty where the name alone is enough
public record RepositoryFile(String path, String head) {

  /// `1_users.sql.postgres` next to `1_users.sql.sqlite`.
  private static final Pattern OF_SQL =
      Pattern.compile("(?i)\\.sql(?:\\.(?:postgres|postgresql|pg|pgsql))?$");

  public String folder() {
    return folderOf(path);
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether it is SQL, and not for another product than PostgreSQL by its ending.
  public static boolean isScript(String path) {
    return OF_SQL.matcher(path).find();
  }

  boolean isScript() {
    return isScript(path);
  }

  /// Without the ending of SQL.
  public static String stem(String path) {
    return OF_SQL.matcher(path).replaceFirst("");
  }

  /// Empty for the top.
  static String folderOf(String path) {
    var slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String join(String folder, String path) {
    return folder.isEmpty() || path.isEmpty() ? folder + path : folder + "/" + path;
  }

  static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
