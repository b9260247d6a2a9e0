package dev.deed.sql;

/// A logical database: a key of the YAML and a folder under `migrations`.
public record DatabaseName(String text) implements Comparable<DatabaseName> {

  @Override
  public int compareTo(DatabaseName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
