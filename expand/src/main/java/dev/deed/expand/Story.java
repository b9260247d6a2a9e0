package dev.deed.expand;

import dev.deed.sql.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change as migrations, in order.
///
/// @param name of the changeover, the same in all files
/// @param operation as on the command line: `rename-column`
/// @param old the column that is replaced, null where there is none
/// @param added the column that replaces it, null where there is none
/// @param delays before the contract, and before what is kept goes
/// @param remarks what the reader must know: dependants, losses
public record Story(
    String name,
    String operation,
    QualifiedName table,
    @Nullable String old,
    @Nullable String added,
    Delays delays,
    List<StoryFile> files,
    List<String> remarks) {

  public Story {
    files = List.copyOf(files);
    remarks = List.copyOf(remarks);
  }

  /// @param contract after the switch, or the expansion: `48h`
  /// @param keep after the contract: `30d`
  public record Delays(String contract, String keep) {}

  /// A query whose answer the first files expect, before they change anything.
  public record Look(String query, String expected) {}

  /// What is asked of rows that are there.
  public List<Look> looks() {
    return files.stream()
        .filter(file -> file.phase() == Phase.EXPAND)
        .flatMap(file -> file.up().stream())
        .filter(statement -> statement.startsWith(EXPECT))
        .map(statement -> {
          var end = statement.lastIndexOf(" = ");
          return new Look(statement.substring(EXPECT.length(), end), statement.substring(end + 3));
        })
        .toList();
  }

  private static final String EXPECT = "-- deed: expect ";

  /// The text of one file.
  ///
  /// @param versions of all files, in order
  /// @param created when, as in the header
  /// @param requires migrations that come first: `main/20260129103000`
  public String text(int file, List<String> versions, String created, List<String> requires) {
    return new StoryText(this, versions, created, requires).of(file);
  }
}
