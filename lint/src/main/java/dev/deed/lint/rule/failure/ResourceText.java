package dev.deed.lint.rule.failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The lists of what servers know.
final class ResourceText {

  private ResourceText() {}

  static String[] lines(String name) {
    try (var text = ResourceText.class.getResourceAsStream("/dev/deed/lint/" + name)) {
      if (text == null) {
        throw new IllegalStateException("the list %s is missing".formatted(name));
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
