package dev.deed.sql;

/// The name of the file that a text came from, as shown to users: relative, with slashes.
public record SourceFile(String path) {

  @Override
  public String toString() {
    return path;
  }
}
