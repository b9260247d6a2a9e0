package dev.deed.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/// A mark that identifies a finding after its lines have moved. It is computed from the rule, the
/// file, the objects and the text it points at, but not from the line number or the message.
/// Findings that agree in all of these are numbered.
public final class FindingMarks {

  /// Limits the text, because many findings may point at one long statement.
  private static final int LONGEST_TEXT = 500;

  /// The length of the hash: enough for a million findings without a collision.
  private static final int BYTES = 8;

  private final Function<SourceFile, String> readText;
  private final Map<SourceFile, String> texts = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /// @param readText returns the text of a file, empty if the file is unknown
  public FindingMarks(Function<SourceFile, String> readText) {
    this.readText = readText;
  }

  /// The mark of the next finding; each finding must be passed once, in order. No two marks are the
  /// same.
  public String of(Finding finding) {
    var objects = finding.subjects().stream().map(Finding.Subject::object).sorted().toList();
    var key =
        String.join(
            "\0",
            finding.rule().text(),
            finding.file().path(),
            pointed(finding),
            String.join("\1", objects));
    var number = seen.merge(key, 1, Integer::sum);
    return hash(key + "\0" + number);
  }

  private String pointed(Finding finding) {
    var text = texts.computeIfAbsent(finding.file(), readText);
    var from = Math.min(finding.span().start(), text.length());
    var to = Math.clamp(finding.span().end(), from, Math.min(text.length(), from + LONGEST_TEXT));
    return text.substring(from, to).replaceAll("\\s+", " ");
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
