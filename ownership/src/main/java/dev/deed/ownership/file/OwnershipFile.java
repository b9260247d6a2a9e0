package dev.deed.ownership.file;

import dev.deed.ownership.DriftIgnore;
import dev.deed.ownership.Environment;
import dev.deed.ownership.EvidencePlace;
import dev.deed.ownership.OwnershipMap;
import dev.deed.ownership.OwnershipRules;
import dev.deed.ownership.Policies;
import dev.deed.ownership.RuleLevel;
import dev.deed.ownership.TablePattern;
import dev.deed.ownership.teams.TeamSources;
import dev.deed.sql.EnvironmentName;
import dev.deed.sql.Finding;
import dev.deed.sql.Severity;
import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import dev.deed.sql.UserException;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contents of `schema-ownership.yaml`. What could be read is present even if the rest is
/// wrong.
///
/// @param driftIgnores differences that `deed drift` leaves out
/// @param imports the files that say which team owns what
/// @param problems all mistakes in the file, located, in the order of its text
public record OwnershipFile(
    SourceFile file,
    OwnershipMap map,
    List<Environment> environments,
    Policies policies,
    List<RuleLevel> rules,
    List<DriftIgnore> driftIgnores,
    TeamSources imports,
    List<Finding> problems) {

  /// A larger file (in bytes) is not read: it cannot be an ownership file.
  private static final int MOST_BYTES = 1_000_000;

  public OwnershipFile {
    environments = List.copyOf(environments);
    rules = List.copyOf(rules);
    driftIgnores = List.copyOf(driftIgnores);
    problems = List.copyOf(problems);
  }

  /// A pattern as it is written in the file, from elsewhere; empty if it is not one.
  public static Optional<TablePattern> pattern(String text) {
    var problems = new Problems(new SourceFile("pattern"));
    return PatternReader.read(new YamlValue.Text(text, false, Span.NONE), problems);
  }

  /// As it is on that day: grants and ignored drift that have ended are not in force, and are told.
  public OwnershipFile on(LocalDate today) {
    var told = new ArrayList<>(problems);
    for (var use : map.consumers()) {
      if (use.isExpired(today)) {
        told.add(
            new Finding(
                OwnershipRules.EXPIRED_USE,
                Severity.WARNING,
                file,
                use.span(),
                "service %s was allowed to use %s in %s until %s"
                    .formatted(use.service(), use.pattern(), use.database(), use.until()),
                "remove the line, or agree on a later date with the owner",
                List.of()));
      }
    }
    for (var ignore : driftIgnores) {
      if (ignore.isExpired(today)) {
        told.add(
            new Finding(
                OwnershipRules.EXPIRED_DRIFT_IGNORE,
                Severity.WARNING,
                file,
                ignore.span(),
                "this entry of drift.ignore ended on %s (%s)"
                    .formatted(ignore.until(), ignore.words()),
                "close the difference and remove the entry, or set a later date",
                List.of()));
      }
    }
    var ignores = driftIgnores.stream().filter(ignore -> !ignore.isExpired(today)).toList();
    return new OwnershipFile(
        file, map.on(today), environments, policies, rules, ignores, imports, told);
  }

  /// The same, with evidence kept in another place.
  public OwnershipFile withEvidence(EvidencePlace place) {
    return new OwnershipFile(
        file,
        map,
        environments,
        policies.withEvidence(place),
        rules,
        driftIgnores,
        imports,
        problems);
  }

  /// @param shownAs the file's name in findings and messages
  public static OwnershipFile read(Path path, SourceFile shownAs) {
    if (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path)) {
      throw new Unreadable(
          "%s cannot be read: it is a pipe or a device".formatted(shownAs),
          "make it a file that you have permission to read");
    }
    try (var input = Files.newInputStream(path)) {
      return of(shownAs, input.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException e) {
      throw new Unreadable(
          "there is no file " + shownAs,
          "run this in the folder that holds schema-ownership.yaml, or give the file's name",
          e);
    } catch (IOException e) {
      throw new Unreadable(
          "%s cannot be read: %s".formatted(shownAs, reasonOf(path)),
          "make it a file that you have permission to read",
          e);
    }
  }

  private static String reasonOf(Path path) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return Files.exists(path) && !Files.isReadable(path) ? "permission denied" : "input error";
  }

  /// Reads the file from bytes that were loaded already.
  public static OwnershipFile of(SourceFile file, byte[] bytes) {
    var problems = new Problems(file);
    var text = decode(bytes, problems);
    return text.isEmpty()
        ? new OwnershipFileReader(file, problems).nothing()
        : new OwnershipFileReader(file, problems).read(text.get());
  }

  private static Optional<String> decode(byte[] bytes, Problems problems) {
    if (bytes.length > MOST_BYTES) {
      problems.error(
          Span.NONE,
          "the file is larger than 1 MB",
          "this cannot be the ownership file: name the right one");
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.error(
          spanOf(bytes, buffer.position()),
          "the file is not UTF-8 text: byte 0x%02X".formatted(bytes[buffer.position()] & 0xFF),
          isUtf16(bytes)
              ? "the file is UTF-16: convert it with iconv -f UTF-16 -t UTF-8"
              : "save the file as UTF-8");
      return Optional.empty();
    }
  }

  /// Recognises UTF-16 by its byte order mark.
  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0xFF + 0xFE;
  }

  private static Span spanOf(byte[] bytes, int at) {
    var before = new String(bytes, 0, at, StandardCharsets.UTF_8);
    var lineStart = before.lastIndexOf('\n') + 1;
    var line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Span(
        before.length(),
        before.length(),
        line,
        1 + before.codePointCount(lineStart, before.length()));
  }

  public Optional<Environment> environmentNamed(EnvironmentName name) {
    return environments.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /// The ownership file does not exist or cannot be opened.
  public static final class Unreadable extends UserException {
    @Serial private static final long serialVersionUID = 1L;

    Unreadable(String message, String advice, Throwable cause) {
      super(message, advice, cause);
    }

    Unreadable(String message, String advice) {
      super(message, advice);
    }

    @Override
    public Outcome outcome() {
      return Outcome.UNREADABLE;
    }
  }
}
