package dev.deed.engine;

import dev.deed.sql.SourceFile;
import dev.deed.sql.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One version: its up, its down if it has one, and what its directives ask for.
///
/// @param down null if there is none, neither as a section nor as a file
/// @param downCommented the down was written as comments
/// @param alone a marker of another tool says that the file must not run in a transaction
/// @param origin the tool whose file it is
/// @param replaced what the places of squashed migrations have become
public record Migration(
    MigrationName name,
    SourceFile file,
    Section up,
    @Nullable Section down,
    boolean downCommented,
    boolean alone,
    Origin origin,
    Map<Requirement, Requirement> replaced) {

  public Migration {
    replaced = Map.copyOf(replaced);
  }

  public Migration(
      MigrationName name,
      SourceFile file,
      Section up,
      @Nullable Section down,
      boolean downCommented,
      boolean alone) {
    this(name, file, up, down, downCommented, alone, Origin.DEED, Map.of());
  }

  /// The same as a migration of another tool.
  public Migration from(Origin tool) {
    return new Migration(name, file, up, down, downCommented, alone, tool, replaced);
  }

  /// The same up, which runs in the same way.
  public Migration withoutDown() {
    return new Migration(name, file, up, null, downCommented, runsAlone(), origin, replaced);
  }

  private static final Pattern DRAFT_SLUG = Pattern.compile("(?i)(?:draft|wip)(?:[_.-].*)?");

  private static final String UP_OF_PAIR = ".up.sql";

  private static final Checksum NOTHING = Checksum.of("");

  public Version version() {
    return name.version();
  }

  /// The name by which other migrations require this one.
  Requirement place() {
    return new Requirement(name.database(), name.version());
  }

  /// Whether a place in the file of its up, which may hold several migrations, is in this one.
  public boolean isAt(Span place) {
    var text = up.text();
    return place.equals(Span.NONE)
        || (place.start() < text.length() && !Character.isWhitespace(text.charAt(place.start())));
  }

  /// Covers the up part only: an applied migration may still get a better down.
  public Checksum checksum() {
    return up.checksum();
  }

  /// Whether the statements of a row and of the file can be compared. Those of a file that is not
  /// SQL are known only while there is what its tool prints, which may be later than the row.
  boolean isComparable(HistoryRow row) {
    var isPrinted = !origin.isOfDeed() && !up.file().equals(file);
    return origin.unread() == null && !(isPrinted && row.stored().checksum().equals(NOTHING));
  }

  public List<Requirement> requires() {
    return mentions(Requirement.DIRECTIVE)
        ? directives().requires().stream()
            .map(place -> replaced.getOrDefault(place, place))
            .filter(place -> !place.equals(place()))
            .distinct()
            .toList()
        : List.of();
  }

  /// Earlier migrations that this one contains.
  public List<Replaced> replaces() {
    return up.mentions(Replaced.NAME) ? directives().replaces() : List.of();
  }

  /// True if the row is of one that this one contains, as it was then.
  boolean contains(HistoryRow row) {
    return row.name().service().equals(name.service())
        && replaces().contains(new Replaced(row.version(), row.stored().checksum()));
  }

  Migration withReplaced(Map<Requirement, Requirement> places) {
    return new Migration(name, file, up, down, downCommented, alone, origin, places);
  }

  /// The reason why there is no down on purpose.
  public Optional<String> irreversible() {
    return mentions("irreversible") ? directives().irreversible() : Optional.empty();
  }

  /// Each statement runs in a transaction of its own, or in none.
  public boolean runsAlone() {
    return alone || (mentions("transaction") && directives().alone());
  }

  /// The changeover that it is a part of.
  public Optional<ChangeoverPart> changeover() {
    return up.said(ChangeoverPart.NAME, ChangeoverPart::of);
  }

  /// The gates that it waits for.
  public Optional<ContractOrder> contract() {
    return up.said(ContractOrder.NAME, ContractOrder::of);
  }

  /// The tables whose rows a rehearsal compares.
  public ExpectedRows expectedRows() {
    return mentions(ExpectedRows.NAME) ? directives().expectedRows() : new ExpectedRows(List.of());
  }

  /// What its author tells the people who apply it.
  public AuthorNotes notes() {
    return up.mentionsNotes() ? AuthorNotes.of(up.script()) : AuthorNotes.NONE;
  }

  /// It says of itself that it is not ready.
  boolean isDraft() {
    return mentions("draft") && directives().draft();
  }

  /// A draft by its text or by its name.
  public boolean isMarkedDraft() {
    return isDraft() || (origin.isOfDeed() && DRAFT_SLUG.matcher(name.slug()).matches());
  }

  /// A program has written it, and the line that says so is still there.
  boolean isGenerated() {
    return up.mentions("generated") && directives().generated();
  }

  /// A down that is empty, or only comments, undoes nothing.
  public boolean hasDown() {
    return down != null && !MigrationBody.of(down.script(), false).statements().isEmpty();
  }

  /// The file that holds the down, or would hold it.
  public SourceFile downFile() {
    return down == null ? downOf(file) : down.file();
  }

  /// Where the down of a migration in that file belongs.
  static SourceFile downOf(SourceFile file) {
    var path = file.path();
    return path.endsWith(UP_OF_PAIR)
        ? new SourceFile(path.substring(0, path.length() - UP_OF_PAIR.length()) + ".down.sql")
        : file;
  }

  Directives directives() {
    return Directives.of(file, up, down);
  }

  /// Saves lexing the many files that do not contain the directive.
  private boolean mentions(String directive) {
    return up.mentions(directive) || (down != null && down.mentions(directive));
  }
}
