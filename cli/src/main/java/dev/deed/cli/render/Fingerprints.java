package dev.deed.cli.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.deed.sql.Finding;
import dev.deed.sql.Span;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// By what others know a finding again when its lines have moved: the rule, the file, the objects
/// and the text it points at, but neither the line's number nor the message's wording. Findings
/// alike in all that are numbered.
record Fingerprints(Sources sources) {

  private static final int LONGEST_TEXT = 500;

  /// One a finding, in the same order, all different.
  List<String> of(List<Finding> findings) {
    var seen = new HashMap<String, Integer>();
    var fingerprints = new ArrayList<String>();
    for (var finding : findings) {
      fingerprints.add(hash(finding, seen));
    }
    return fingerprints;
  }

  private String hash(Finding finding, Map<String, Integer> seen) {
    var key =
        String.join(
            "\u0000",
            finding.rule().text(),
            finding.file().path(),
            String.join("\u0001", Contact.objects(finding)),
            text(finding));
    var number = seen.merge(key, 1, Integer::sum);
    return sha256(key + "\u0000" + number);
  }

  private String text(Finding finding) {
    if (finding.span().equals(Span.NONE)) {
      return "";
    }
    return sources
        .excerpt(finding.file(), finding.span(), LONGEST_TEXT)
        .map(excerpt -> excerpt.text().replaceAll("\\s+", " ").strip())
        .orElse("");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
