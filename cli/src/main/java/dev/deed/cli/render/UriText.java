package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A path as a URI, which is relative if the path is, and valid for any file name.
final class UriText {

  private static final String UNRESERVED = "-._~/";

  private UriText() {}

  static String of(String path) {
    var uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
    for (var octet : path.getBytes(UTF_8)) {
      var character = (char) (octet & 0xff);
      if (isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0) {
        uri.append(character);
      } else {
        uri.append("%%%02X".formatted((int) character));
      }
    }
    return uri.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
