package dev.deed.ownership.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The JSON Schema of `schema-ownership.yaml`, for editors.
public final class OwnershipSchema {

  private OwnershipSchema() {}

  public static String text() {
    try (var resource =
        OwnershipSchema.class.getResourceAsStream("/dev/deed/ownership/schema.json")) {
      var bytes = Objects.requireNonNull(resource, "schema.json is not packed").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
