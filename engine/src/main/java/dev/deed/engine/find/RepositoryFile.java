package dev.deed.engine.find;

import java.util.Locale;
import java.util.regex.Pattern;

/// A file of a repository, as the search sees it.
///
/// @param path relative to the top, with `/`
/// @param head the first part of its text; empty where the name alone is enough
public record RepositoryFile(String path, String head) {

  /// Of a file of SQL for any product, as a pattern.
  static final String ENDING = "\\.(?:sql(?:\\.\\w+)?|(?i:postgres|postgresql|pg|pgsql|psql))";

  private static final String BARE = "(?<=[^/])\\.(?:postgres|postgresql|pg|pgsql|psql)$";

  /// `1_users.sql.postgres` next to `1_users.sql.sqlite`, and `schema.Pg` next to `schema.mysql`.
  private static final Pattern OF_SQL =
      Pattern.compile("(?i)\\.sql(?:\\.(?:postgres|postgresql|pg|pgsql))?$|" + BARE);

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

  /// Whether only its ending says that it is SQL, which may be said of a program for PostgreSQL,
  /// too.
  static boolean isOfProductOnly(String path) {
    return isScript(path) && !path.toLowerCase(Locale.ROOT).contains(".sql");
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
