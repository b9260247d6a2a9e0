package dev.deed.engine;

import dev.deed.sql.SourceFile;
import dev.deed.sql.parse.ScriptReader;
import dev.deed.sql.script.Directive;
import dev.deed.sql.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The up or the down part of a migration: the file's text with everything else blanked, so that
/// positions in it are positions in the file. It is parsed, and a remembered file opened, only on
/// demand: most files of most runs are already applied, and only their checksum is needed.
public final class Section {

  private static final Pattern BACKFILL = Pattern.compile("deed:\\s*backfill\\b");

  private final SourceFile file;
  private final Supplier<String> reading;
  private final @Nullable RememberedFile remembered;
  private @Nullable String text;
  private @Nullable Boolean addressesDeed;
  private @Nullable Script script;
  private @Nullable Checksum checksum;

  public Section(SourceFile file, String text) {
    this(file, () -> text, null);
  }

  /// @param reading called at most once, on demand
  /// @param remembered what is known of the file, or null
  public Section(SourceFile file, Supplier<String> reading, @Nullable RememberedFile remembered) {
    this.file = file;
    this.reading = reading;
    this.remembered = remembered;
  }

  /// The up part of a file: all of it if it has no down section.
  public static Section up(SourceFile file, String text) {
    return new Section(file, Sections.of(text).up());
  }

  /// The down part in the same file.
  public static Optional<Section> down(SourceFile file, String text) {
    return Optional.ofNullable(Sections.of(text).down()).map(down -> new Section(file, down));
  }

  /// A marker of another tool says that the file must not run in a transaction.
  public static boolean isAlone(String text) {
    return Sections.of(text).alone();
  }

  public SourceFile file() {
    return file;
  }

  public synchronized String text() {
    var known = text == null ? reading.get() : text;
    text = known;
    return known;
  }

  /// True if this up part has the checksum of what was applied. Remembered data is trusted only if
  /// it agrees: before a file is reported as edited, it is read.
  boolean isAs(Checksum applied) {
    return (remembered != null && remembered.up().equals(applied)) || checksum().equals(applied);
  }

  /// True if the section may contain a directive of that name.
  boolean mentions(String directive) {
    var isKnownNotTo = remembered != null && remembered.directives().isWithout(directive);
    return !isKnownNotTo && addressesDeed() && text().contains(directive);
  }

  /// What the first directive of that name says which can be read. Only for an up part.
  <T> Optional<T> said(String directive, Function<Directive, Optional<T>> reading) {
    return directives(directive).stream()
        .flatMap(found -> reading.apply(found).stream())
        .findFirst();
  }

  private List<Directive> directives(String name) {
    var known =
        remembered == null
            ? Optional.<List<Directive>>empty()
            : remembered.directives().found(name);
    if (known.isPresent()) {
      return known.get();
    }
    return mentions(name)
        ? LeadingDirectives.of(text(), name)
            .orElseGet(
                () -> script().directives().stream().filter(d -> d.name().equals(name)).toList())
        : List.of();
  }

  /// How often this up part mentions a backfill: its statements that run in batches, and perhaps
  /// comments and strings.
  public int mentionedBackfills() {
    return remembered == null ? mentionedBackfills(text()) : remembered.directives().backfills();
  }

  static int mentionedBackfills(String text) {
    return (int) BACKFILL.matcher(text).results().count();
  }

  /// True if the section may tell something to the people who apply it.
  boolean mentionsNotes() {
    return addressesDeed() && AuthorNotes.mayHave(text());
  }

  private synchronized boolean addressesDeed() {
    if (addressesDeed == null) {
      addressesDeed = addressesDeed(text());
    }
    return addressesDeed;
  }

  public static boolean addressesDeed(String text) {
    return text.contains("deed:");
  }

  public synchronized Script script() {
    if (script == null) {
      script = ScriptReader.read(file, text());
    }
    return script;
  }

  public synchronized Checksum checksum() {
    if (checksum == null) {
      checksum = Checksum.of(text());
    }
    return checksum;
  }

  /// The text that the history stores: without blanks before and after the statements, but with the
  /// lines before them. Positions in it are still positions in the file.
  public String kept() {
    return kept(text());
  }

  private static String kept(String text) {
    var first = 0;
    while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    var lineStart = text.lastIndexOf('\n', first) + 1;
    var lines = text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return "\n".repeat((int) lines) + text.substring(Math.min(lineStart, first)).stripTrailing();
  }

  @Override
  public String toString() {
    return file.path();
  }
}
