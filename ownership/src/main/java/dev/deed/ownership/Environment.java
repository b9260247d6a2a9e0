package dev.deed.ownership;

import dev.deed.sql.DatabaseName;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Span;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An environment of the ownership file.
///
/// @param disposable its databases may be dropped and rebuilt
/// @param isProtected asks for the database's name before it is changed
/// @param promoteFrom only what was applied there is applied here
/// @param expect what each database must turn out to be, before anything is done to it
public record Environment(
    EnvironmentName name,
    boolean disposable,
    boolean isProtected,
    @Nullable EnvironmentName promoteFrom,
    SortedMap<DatabaseName, UrlTemplate> urls,
    Map<DatabaseName, Expectation> expect,
    Span span) {

  public Environment {
    urls = Collections.unmodifiableSortedMap(new TreeMap<>(urls));
    expect = Map.copyOf(expect);
  }

  public Optional<UrlTemplate> urlOf(DatabaseName database) {
    return Optional.ofNullable(urls.get(database));
  }

  public Optional<Expectation> expectationOf(DatabaseName database) {
    return Optional.ofNullable(expect.get(database));
  }

  /// The host and the database's name on the server; null where any will do.
  public record Expectation(@Nullable String host, @Nullable String database) {}
}
