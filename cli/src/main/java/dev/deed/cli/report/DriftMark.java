package dev.deed.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.drift.Difference;
import dev.deed.drift.Drift;
import dev.deed.sql.DatabaseName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes a difference the same one in two reports: its object, and with the fingerprint also
/// its values. Owner, severity and cause do not count.
///
/// @param difference `added`, `missing`, `changed` or `renamed`
/// @param kind the object's kind, in words
/// @param fingerprint hexadecimal
public record DriftMark(
    String database, String difference, String kind, String name, String fingerprint) {

  private static final int BYTES = 16;

  public static DriftMark of(DatabaseName database, Drift drift) {
    var difference = drift.difference();
    var object = difference.object();
    var text = new StringBuilder();
    add(text, database.text(), word(difference), object.kind().words(), object.text());
    if (difference instanceof Difference.Renamed renamed) {
      add(text, renamed.from().name().text());
    }
    if (difference instanceof Difference.Changed) {
      ShownChange.of(difference)
          .forEach(c -> add(text, c.facet(), String.valueOf(c.from()), String.valueOf(c.to())));
    }
    return new DriftMark(
        database.text(), word(difference), object.kind().words(), object.text(), hash(text));
  }

  /// The same for two differences of one object and sort, whatever their values.
  String key() {
    return key(database, difference, kind, name);
  }

  static String key(String database, String difference, String kind, String name) {
    return String.join("\0", database, difference, kind, name);
  }

  public static String word(Difference difference) {
    return switch (difference) {
      case Difference.Added _ -> "added";
      case Difference.Missing _ -> "missing";
      case Difference.Renamed _ -> "renamed";
      case Difference.Changed _ -> "changed";
    };
  }

  private static void add(StringBuilder text, String... parts) {
    for (var part : parts) {
      text.append(part).append('\0');
    }
  }

  private static String hash(StringBuilder text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
