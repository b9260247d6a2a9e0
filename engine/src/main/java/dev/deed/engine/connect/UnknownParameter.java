package dev.deed.engine.connect;

import java.util.Optional;

/// Words the refusal of a connection parameter. A name that no parameter could have is not
/// repeated: it is probably part of a password.
final class UnknownParameter {

  private UnknownParameter() {}

  static BadConnectionUrl of(String name, Optional<String> nearest) {
    var isName = name.matches("[A-Za-z][A-Za-z_]{0,40}");
    var message =
        isName
            ? "the connection URL has an unknown parameter `" + name + "`"
            : "the connection URL has a parameter with an impossible name";
    return new BadConnectionUrl(
        message,
        nearest
            .filter(known -> isName)
            .map(known -> "did you mean `" + known + "`?")
            .orElse("remove it, or write ? as %3F and & as %26 if they are part of a password"));
  }
}
