package dev.deed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.Finding;
import dev.deed.sql.SourceFile;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Marks that know a finding again when lines above it came or went, or its words changed: the
/// rule, the file, the text that it points at, and which of several such it is.
final class FindingMarks {

  private static final int LENGTH = 12;

  private final Project project;
  private final Map<SourceFile, String> texts = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  FindingMarks(Project project) {
    this.project = project;
  }

  /// To be asked once for each finding, in their order.
  String of(Finding finding) {
    var text = texts.computeIfAbsent(finding.file(), project::textOf);
    var from = Math.min(finding.span().start(), text.length());
    var to = Math.min(finding.span().end(), text.length());
    var pointed = text.substring(from, Math.max(from, to)).replaceAll("\\s+", " ");
    var objects = finding.subjects().stream().map(Finding.Subject::object).sorted().toList();
    var key = String.join("\0", finding.rule().text(), finding.file().path(), pointed);
    key += "\0" + String.join("\0", objects);
    var number = seen.merge(key, 1, Integer::sum);
    return hash(key + "\0" + number).substring(0, LENGTH);
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
