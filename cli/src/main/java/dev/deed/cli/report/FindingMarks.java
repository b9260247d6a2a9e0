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

/// By what a finding is known again when its lines have moved: the rule, the file, the objects and
/// the text it points at, but neither the line's number nor the message's wording. Findings alike
/// in all that are numbered.
public final class FindingMarks {

  /// Many findings may point at one long statement.
  private static final int LONGEST_TEXT = 500;

  /// Of a hash: enough that two of a million findings are not taken for one.
  private static final int BYTES = 8;

  private final Function<SourceFile, String> readText;
  private final Map<SourceFile, String> texts = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /// @param readText of a file, empty where it is not known
  public FindingMarks(Function<SourceFile, String> readText) {
    this.readText = readText;
  }

  /// To be asked once for each finding, in their order; no two are the same.
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
