package dev.deed.sql;

/// A team-owned program that may change some tables: a folder under `migrations/<database>`.
public record ServiceName(String text) implements Comparable<ServiceName> {

  @Override
  public int compareTo(ServiceName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
