package dev.deed.engine.connect;

import org.jspecify.annotations.Nullable;

/// A target and its connection URL.
///
/// @param expected what the server must report before anything is changed
public record Address(Target target, ConnectionUrl url, Expected expected) {

  public Address(Target target, ConnectionUrl url) {
    this(target, url, Expected.ANYTHING);
  }

  /// Each is null if any value is accepted.
  ///
  /// @param host as the URL names it
  /// @param database as the server names it
  public record Expected(@Nullable String host, @Nullable String database) {
    public static final Expected ANYTHING = new Expected(null, null);
  }
}
