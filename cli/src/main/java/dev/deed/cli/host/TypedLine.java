package dev.deed.cli.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What a person types as an answer. Not a byte more than the line is read: there may be a second
/// question.
public final class TypedLine {

  private TypedLine() {}

  public static String read(InputStream in) {
    var line = new ByteArrayOutputStream();
    try {
      for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
    } catch (IOException e) {
      return "";
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }
}
