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
/// @param guard what it is for, and what is asked before it is changed
/// @param copy who makes copies of its databases; null where it does not say
/// @param expect the host and name that each database must have before anything is done to it
public record Environment(
    EnvironmentName name,
    Guard guard,
    @Nullable CopyProvider copy,
    SortedMap<DatabaseName, UrlTemplate> urls,
    Map<DatabaseName, Expectation> expect,
    Span span) {

  public Environment {
    urls = Collections.unmodifiableSortedMap(new TreeMap<>(urls));
    expect = Map.copyOf(expect);
  }

  /// @param disposable its databases may be dropped and rebuilt
  /// @param isProtected deed asks for the database's name before it changes anything
  /// @param promoteFrom only what was applied in that environment is applied in this one
  /// @param policies what else a migration needs before it is applied there
  public record Guard(
      boolean disposable,
      boolean isProtected,
      @Nullable EnvironmentName promoteFrom,
      EnvironmentPolicies policies) {}

  public boolean disposable() {
    return guard.disposable();
  }

  public boolean isProtected() {
    return guard.isProtected();
  }

  public @Nullable EnvironmentName promoteFrom() {
    return guard.promoteFrom();
  }

  public EnvironmentPolicies policies() {
    return guard.policies();
  }

  public Optional<UrlTemplate> urlOf(DatabaseName database) {
    return Optional.ofNullable(urls.get(database));
  }

  public Optional<Expectation> expectationOf(DatabaseName database) {
    return Optional.ofNullable(expect.get(database));
  }

  /// The host and the database's name on the server; null if any is accepted.
  public record Expectation(@Nullable String host, @Nullable String database) {}
}
