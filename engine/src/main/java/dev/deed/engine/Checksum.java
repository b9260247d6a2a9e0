package dev.deed.engine;

import dev.deed.sql.parse.ScriptReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SHA-256 of the SQL's tokens: comments and white space do not count, a changed statement does.
///
/// @param hex 64 lower-case digits
public record Checksum(String hex) {

  public static Checksum of(String sql) {
    var canonical = withoutLastSemicolon(ScriptReader.canonical(sql));
    return new Checksum(
        HexFormat.of().formatHex(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8))));
  }

  /// Of texts to the letter, so that none of them can be changed, dropped or moved to another
  /// place.
  static Checksum ofParts(List<@Nullable String> parts) {
    var sha256 = sha256();
    for (var part : parts) {
      var bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
      var head = part == null ? "-\n" : bytes.length + "\n";
      sha256.update(head.getBytes(StandardCharsets.UTF_8));
      sha256.update(bytes);
    }
    return new Checksum(HexFormat.of().formatHex(sha256.digest()));
  }

  /// A prefix long enough to distinguish two checksums.
  public String brief() {
    return hex.substring(0, Math.min(12, hex.length()));
  }

  @Override
  public String toString() {
    return hex;
  }

  private static String withoutLastSemicolon(String canonical) {
    var end = canonical.length();
    while (end > 0 && (canonical.charAt(end - 1) == ';' || canonical.charAt(end - 1) == ' ')) {
      end--;
    }
    return canonical.substring(0, end);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
