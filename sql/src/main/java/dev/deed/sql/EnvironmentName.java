package dev.deed.sql;

/// Where a database runs: local, staging, production.
public record EnvironmentName(String text) implements Comparable<EnvironmentName> {

  @Override
  public int compareTo(EnvironmentName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
