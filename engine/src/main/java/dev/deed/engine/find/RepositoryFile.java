package dev.deed.engine.find;

/// A file of a repository, as the search sees it.
///
/// @param path relative to the top, with `/`
/// @param head the first part of its text; empty where the name alone is enough
public record RepositoryFile(String path, String head) {

  public String folder() {
    return folderOf(path);
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
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
