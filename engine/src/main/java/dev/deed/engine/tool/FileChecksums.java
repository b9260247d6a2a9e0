package dev.deed.engine.tool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// The checksums that tools write down of a file. A checkout may have other ends of line, or have
/// lost a byte order mark: each form has its own.
final class FileChecksums {

  private FileChecksums() {}

  static List<String> sha(String algorithm, String text) {
    var unix = text.replace("\r\n", "\n");
    return Stream.of(text, unix, unix.replace("\n", "\r\n"), "\uFEFF" + text)
        .map(form -> digest(algorithm, form))
        .distinct()
        .toList();
  }

  private static String digest(String algorithm, String text) {
    try {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }

  /// Flyway's is over the lines without their ends.
  static List<String> flyway(String text) {
    var crc = new CRC32();
    text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return List.of(String.valueOf((int) crc.getValue()));
  }
}
