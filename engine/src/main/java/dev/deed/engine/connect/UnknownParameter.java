package dev.deed.engine.connect;

import java.util.Optional;

/// Words the refusal of a connection parameter. A name that is probably part of a password is not
/// repeated: one that no parameter could have, and in a URL that has a password among its
/// parameters any but a misspelt one.
final class UnknownParameter {

  private UnknownParameter() {}

  /// @param behindPassword a password that was not encoded may go on in the parameters
  static BadConnectionUrl of(String name, Optional<String> nearest, boolean behindPassword) {
    var isName = name.matches("[A-Za-z][A-Za-z_]{0,40}");
    var isShown = isName && (nearest.isPresent() || !behindPassword);
    var message =
        isShown
            ? "the connection URL has an unknown parameter `" + name + "`"
            : isName
                ? "the connection URL has an unknown parameter, maybe part of the password"
                : "the connection URL has a parameter with an impossible name";
    return new BadConnectionUrl(
        message,
        nearest
            .filter(known -> isShown)
            .map(known -> "did you mean `" + known + "`?")
            .orElse("remove it, or write ? as %3F and & as %26 if they are part of a password"));
  }
}
