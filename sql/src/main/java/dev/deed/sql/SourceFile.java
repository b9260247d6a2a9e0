package dev.deed.sql;

/// The name of the file that a text came from, as it is shown to people: relative, with slashes.
public record SourceFile(String path) {

  @Override
  public String toString() {
    return path;
  }
}
